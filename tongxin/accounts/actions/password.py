"""Passwords: changed by their owner, or handed out once by the office."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.accounts.models import User
from tongxin.accounts.who import UserWho
from tongxin.audit.actions import record
from tongxin.core.refusals import Refused


def keep_password(user: User, password: str) -> None:
    """Set a password that holds good. Refuses: `password.weak` with all that is wrong with it."""
    try:
        validate_password(password, user)
    except ValidationError as wrong:
        raise Refused(
            "password.weak", " ".join(_weakness(one) for one in wrong.error_list), field="password"
        ) from wrong
    user.set_password(password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])


def _weakness(wrong: ValidationError) -> str:
    """What one of Django's validators found, in our words."""
    ours = {
        "password_too_short": _("太短了，至少10位。"),
        "password_too_common": _("这个密码太多人用了，换一个。"),
        "password_entirely_numeric": _("不要只用数字，加几个字母。"),
        "password_too_similar": _("和姓名或工号太像了，换一个。"),
    }
    return ours.get(wrong.code or "") or wrong.messages[0]


@transaction.atomic
def change_password(*, user: User, now: datetime, old: str, new: str) -> User:
    """Change one's own password. Refuses: `password.wrong`, `password.same`, `password.weak`."""
    if not user.check_password(old):
        raise Refused("password.wrong", _("原来的密码不对，没有改。"), field="old")
    if old == new:
        raise Refused("password.same", _("新密码和原来的一样，换一个。"), field="password")
    keep_password(user, new)
    record(actor=UserWho(user), now=now, act="accounts.change_password", thing=user)
    return user


def initial_password(user: User) -> str:
    """Give `user` a password to be changed at first sign-in; shown once, kept only as a hash."""
    password = secrets.token_urlsafe(9)
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    return password
