"""Where one is signed in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tongxin.accounts.access import get_session, signed_in
from tongxin.accounts.actions import sessions as acts
from tongxin.accounts.queries.sessions import sessions_of
from tongxin.core import clock


@signed_in
@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    """The browsers one is signed in with."""
    user: Any = request.user
    places = sessions_of(user, request.session.session_key)
    return render(request, "accounts/sessions.html", {"places": places})


@signed_in
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End one of them."""
    user: Any = request.user
    acts.end_session(user=user, session=get_session(user, pk), now=clock.now())
    messages.success(request, _("那一处已退出登录。"))
    return redirect("accounts:sessions")
