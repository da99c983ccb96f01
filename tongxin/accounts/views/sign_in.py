"""Signing in and out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from tongxin.accounts.actions import sessions
from tongxin.accounts.forms.sign_in import SignInForm
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.ui.views.errors import locked


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page. A wrong number and a wrong password get the same answer."""
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user: Any = authenticate(request, **form.cleaned_data)
        if user is not None:
            login(request, user)
            agent = request.headers.get("User-Agent", "")
            sessions.begin_session(
                user=user, session_key=request.session.session_key or "", agent=agent, now=clock.now()
            )
            return redirect(where_next(request))
        if getattr(request, "axes_locked_out", False):
            return locked_out(request)
        form.refuse(Refused("sign_in.wrong", _("工号或密码不对。两个工会工号相同时，写成 工号@单位代码。")))
    answer = {"form": form, "next": request.GET.get("next", "")}
    return render(request, "accounts/sign_in.html", answer, status=422 if request.method == "POST" else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    user: Any = request.user
    if user.is_authenticated:
        sessions.sign_out(user=user, session_key=request.session.session_key or "", now=clock.now())
    logout(request)
    return redirect(settings.LOGIN_URL)


def where_next(request: HttpRequest) -> str:
    """The page that was asked for before signing in, if it is one of ours; else home."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    return resolve_url(settings.LOGIN_REDIRECT_URL)


def locked_out(request: HttpRequest, response: Any = None, credentials: Any = None, *args: Any) -> HttpResponse:
    """The answer after too many failures from one place for one number."""
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    return locked(request, minutes=minutes)
