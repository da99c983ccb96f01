"""A unit's part in the events: who signed up for what, and a team in one form."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.activities.access import get_activity
from tongxin.contests import actions
from tongxin.contests.access import get_event
from tongxin.contests.forms.events import TeamForm
from tongxin.contests.queries.ours import our_page
from tongxin.contests.views.acting import ask
from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.org.access import get_unit, people_known, require_somewhere, signed_in
from tongxin.org.models import Unit
from tongxin.org.queries.choices import unit_choices
from tongxin.org.rules.rights import PEOPLE_READ
from tongxin.ui.posting import posted


@require_safe
@signed_in
def ours(request: HttpRequest, pk: int) -> HttpResponse:
    """Every event with the unit's people in it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    activity = get_activity(actor, pk)
    unit = _unit(request)
    context = {
        "activity": activity, "page": our_page(activity, unit, clock.now()), "units": unit_choices(actor, PEOPLE_READ),
    }  # fmt: skip
    return render(request, "contests/ours.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def team(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """A team of the unit's people."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    slot = get_event(actor, pk, slot_pk)
    unit = _unit(request)
    facts = {"least": slot.team_min, "most": slot.team_max, "unit": unit.called}
    return ask(
        request, slot.activity, TeamForm(posted(request), union_id=actor.union_id, known=people_known(actor)),
        lambda people, name: actions.enter_team(
            actor=actor, now=clock.now(), slot=slot, unit=unit, people=people, name=name
        ),
        title=_("%(event)s：报一队") % {"event": slot}, act=_("报上这一队"), said=_("报上了，队员都收到了通知。"),
        back_url=f"{reverse('contests:ours', args=[pk])}?unit={unit.pk}",
        sentence=_("%(unit)s的人，一队%(least)s到%(most)s人，要么都进，要么都不进。") % facts,
    )  # fmt: skip


def _unit(request: HttpRequest) -> Unit:
    """The unit asked for, else the first the actor looks after. Refuses as `org.access.require_right`."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    asked = whole(request.GET.get("unit"))
    if asked is None:
        require_somewhere(actor, PEOPLE_READ)
        asked = unit_choices(actor, PEOPLE_READ)[0][0]
    return get_unit(actor, asked, right=PEOPLE_READ)
