"""The second factor: one-time codes by time (TOTP, RFC 6238), with recovery codes."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from tongxin.accounts.models import User
from tongxin.accounts.who import UserWho
from tongxin.audit.actions import Who, record
from tongxin.core.refusals import Refused

RECOVERY_CODES = 8


def has_second_factor(user: User) -> bool:
    """Whether a second factor is set up and confirmed."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def pending_device(user: User) -> TOTPDevice:
    """The device that is being set up; made on first use."""
    device, _made = TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "totp"})
    return device


@transaction.atomic
def confirm_second_factor(*, user: User, code: str, now: datetime) -> tuple[TOTPDevice, list[str]]:
    """Confirm the device by its first code; gives it and the recovery codes, shown once. Refuses: `second_factor.wrong`."""
    device = pending_device(user)
    if not device.verify_token(code.replace(" ", "")):
        raise Refused("second_factor.wrong", _("这六位数不对。看一下手机的时间准不准，再输一次。"), field="code")
    TOTPDevice.objects.filter(user=user, confirmed=True).delete()
    device.confirmed = True
    device.save()
    codes = _fresh_recovery_codes(user)
    record(actor=UserWho(user), now=now, act="accounts.set_second_factor", thing=user)
    return device, codes


@transaction.atomic
def remove_second_factor(*, user: User, now: datetime) -> None:
    """Take the second factor away, with its recovery codes. Refuses: `second_factor.demanded` where a post demands one."""
    if user.must_use_second_factor:
        raise Refused("second_factor.demanded", _("你的职务要求用动态口令，不能停用。"))
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    record(actor=UserWho(user), now=now, act="accounts.remove_second_factor", thing=user)


@transaction.atomic
def reset_second_factor(*, who: Who, user: User, now: datetime) -> None:
    """Take away the second factor of somebody who lost the phone and the recovery codes; from the shell alone.

    Where a post demands one, the workbench stays closed until a new one is set up.
    """
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    record(actor=who, now=now, act="accounts.reset_second_factor", thing=user)


def _fresh_recovery_codes(user: User) -> list[str]:
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery", confirmed=True)
    codes = [secrets.token_hex(4) for _number in range(RECOVERY_CODES)]
    for code in codes:
        device.token_set.create(token=code)
    return codes
