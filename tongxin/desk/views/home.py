"""Home: the member's phone, or the officer's desk, by the hat."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.desk.queries.member import greeting, member_home
from tongxin.desk.queries.officer import officer_home
from tongxin.org.access import signed_in


@signed_in
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page after signing in."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    now = clock.now()
    answer: dict[str, Any] = {"today": clock.today(now)}
    if actor.in_office:
        answer |= {"home": officer_home(actor, now), "greeting": greeting(actor.name, now)}
        return render(request, "desk/officer.html", answer)
    return render(request, "desk/member.html", answer | {"home": member_home(actor, now)})
