"""Invitation links for first use."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode
from django.utils.translation import gettext as _

from tongxin.accounts.actions.password import keep_password
from tongxin.accounts.models import User
from tongxin.accounts.who import UserWho
from tongxin.audit.actions import record
from tongxin.core.refusals import Refused


class InvitationToken(PasswordResetTokenGenerator):
    """Good until it is used, until the password changes, or for the days of the setting."""

    key_salt = "tongxin.accounts.invitation"


tokens = InvitationToken()


def make_link(user: User) -> str:
    """The path of a link by which `user` sets the first password. It holds no secret of the person."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("accounts:welcome", args=[uid, tokens.make_token(user)])


def invited(uid: str, token: str) -> User:
    """The user whom a link invites. Refuses: `invitation.spent` where it is used, outlived or made up."""
    try:
        user = User.objects.filter(pk=int(urlsafe_base64_decode(uid)), is_active=True).first()
    except (ValueError, OverflowError):
        user = None
    if user is None or not tokens.check_token(user, token):
        raise Refused("invitation.spent", _("这个链接用过了，或者过期了。请工会办公室再发一个。"), status=410)
    return user


@transaction.atomic
def accept_invitation(*, uid: str, token: str, password: str, now: datetime) -> User:
    """Set the first password through an invitation. Refuses: `invitation.spent`, `password.weak`."""
    user = User.objects.select_for_update().get(pk=invited(uid, token).pk)
    if not tokens.check_token(user, token):
        raise Refused("invitation.spent", _("这个链接用过了，或者过期了。请工会办公室再发一个。"), status=410)
    keep_password(user, password)
    record(actor=UserWho(user), now=now, act="accounts.accept_invitation", thing=user)
    return user
