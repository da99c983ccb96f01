"""What stands between a signed-in person and the pages: a new password, a second factor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.http import urlencode

from tongxin.accounts.actions.second_factor import has_second_factor

ALWAYS_OPEN = frozenset({"sign_in", "sign_out", "welcome", "password", "code"})
VERIFIED = "second_factor_checked"


class SessionLimits:
    """Sends a person to what must be done first. Costs no query once a session has been found in order."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        step = self._step(request)
        if step is not None:
            return redirect(f"{step}?{urlencode({'next': request.get_full_path()})}")
        return self.get_response(request)

    def _step(self, request: HttpRequest) -> str | None:
        user: Any = request.user
        if request.path.startswith(("/static/", "/i18n/")) or not user.is_authenticated:
            return None
        if request.session.get(VERIFIED) and not user.must_change_password:
            return None  # as nearly all requests are: not even the address is looked up
        if _is_open(request.path_info):
            return None
        if user.must_change_password:
            return reverse("accounts:password")
        if has_second_factor(user) and not user.is_verified():
            return reverse("accounts:code")
        request.session[VERIFIED] = True
        return None


def _is_open(path: str) -> bool:
    try:
        match = resolve(path)
    except Resolver404:
        return False
    return match.namespace == "accounts" and match.url_name in ALWAYS_OPEN
