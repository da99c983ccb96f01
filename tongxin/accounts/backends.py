"""Signing in with the staff number."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from tongxin.accounts.demonstration import refused_here
from tongxin.accounts.models import User
from tongxin.core.prepared import Prepared

_COLUMNS = tuple(field.attname for field in User._meta.concrete_fields)
_USER = Prepared(lambda pk: User.objects.filter(pk=pk, is_active=True).order_by().values_list(*_COLUMNS))


class StaffNumberBackend(BaseBackend):
    """`20180012`, or `20180012@union-code` where two unions of the installation use the same number."""

    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **kwargs: Any
    ) -> User | None:
        """The user, or None. An unknown number costs as long as a wrong password, so that numbers cannot be probed."""
        user = find_user(username)
        if user is None or refused_here(password):
            User().set_password(password)
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        """The user of a session: asked at every request, so its statement is put together once."""
        row = _USER.first(int(user_id))
        return User.from_db("default", _COLUMNS, row) if row else None


def find_user(typed: str) -> User | None:
    """The one user that what was typed can mean; None where there is none or more than one."""
    typed = typed.strip()
    if "@" in typed:
        return User.objects.filter(username=typed).first()
    # One database looks at capitals here and the other does not.
    near = list(User.objects.filter(username__startswith=f"{typed}@")[:4]) if typed else []
    found = [user for user in near if user.username.startswith(f"{typed}@")] or near
    return found[0] if len(found) == 1 else None


def guessed_name(request: HttpRequest | None, credentials: dict[str, Any] | None = None) -> str:
    """Whose failures axes counts: the user meant, however the number was typed; so two spellings are not two chances."""
    typed = (credentials or {}).get("username") or (request.POST.get("username", "") if request else "")
    user = find_user(typed)
    return user.username if user else typed.strip()
