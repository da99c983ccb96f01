"""One activity, in the room that fits the hat."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.activities.access import get_activity, may_open_papers
from tongxin.activities.hooks import shown
from tongxin.activities.queries.detail import detail_of
from tongxin.activities.queries.restricted import restricted
from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.org.rules.rights import ACTIVITIES_RUN


@require_safe
@signed_in
def activity(request: HttpRequest, pk: int) -> HttpResponse:
    """Facts, organisers, who to ask, what changed and why; for officers the acts as well."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_activity(actor, pk)
    now, room = clock.now(), "desk" if actor.in_office else "home"
    context = {"activity": found, "detail": detail_of(actor, found, now), "panels": shown(room, actor, found, now)}
    context["restricted"] = restricted(found, now)
    if not actor.in_office:
        return render(request, "activities/activity_home.html", context)
    context |= {"may_copy": actor.has_somewhere(ACTIVITIES_RUN), "shows_papers": may_open_papers(actor, pk)}
    return render(request, "activities/activity_desk.html", context)
