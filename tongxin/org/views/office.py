"""The two hats."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongxin.accounts.actions.second_factor import has_second_factor
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org import actions, office
from tongxin.org.access import signed_in


@signed_in
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Put the office hat on and go on where one was; where a post demands a one-time code, it comes first."""
    user: Any = request.user
    now, onward = clock.now(), _onward(request)
    try:
        actions.enter_office(actor=request.actor, now=now, verified=user.is_verified())  # type: ignore[attr-defined]
    except Refused as refusal:
        if refusal.code != "access.second_factor":
            raise
        answer = {"refusal": refusal, "next": onward, "has_second_factor": has_second_factor(user)}
        return render(request, "org/second_factor_needed.html", answer, status=403)
    office.begin(request.session, now, settings.OFFICE_MINUTES)
    return redirect(onward)


@signed_in
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Take the office hat off."""
    if office.office_until(request.session) is not None:
        actions.leave_office(actor=request.actor, now=clock.now())  # type: ignore[attr-defined]
        office.end(request.session)
    messages.success(request, _("已离开工作台。"))
    return redirect("/")


def _onward(request: HttpRequest) -> str:
    """Where to go on: the form's `next`, or else the page the button stood on; always a path of ours."""
    given = request.POST.get("next") or _path(request.headers.get("Referer", ""), request.get_host())
    safe = url_has_allowed_host_and_scheme(given, {request.get_host()}, require_https=request.is_secure())
    return given if given and safe and given.startswith("/") else "/"


def _path(address: str, host: str) -> str:
    parts = urlsplit(address)
    if parts.netloc != host:
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
