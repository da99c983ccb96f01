"""我的: one's own record, one's account, the way into the workbench."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.org.queries.own import own_record


@signed_in
@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """One's own page."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    return render(request, "desk/me.html", {"record": own_record(actor, clock.today(clock.now())), "actor": actor})
