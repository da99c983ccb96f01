"""The roster, and a person."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import get_person, require_somewhere, signed_in
from tongxin.org.forms.roster import RosterForm
from tongxin.org.queries.choices import unit_choices
from tongxin.org.queries.person import person_page
from tongxin.org.queries.roster import roster
from tongxin.org.rules.rights import PEOPLE_CHANGE, PEOPLE_READ


@signed_in
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """The roster of all units for which `people.read` is in force."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, PEOPLE_READ)
    form = RosterForm(request.GET, actor=actor, units=unit_choices(actor, PEOPLE_READ))
    wanted = form.wanted()
    answer = {
        "form": form,
        "page": roster(actor, wanted, request.GET.get("page")),
        "wanted": wanted,
        "filters": form.shown(),
        "filtered": form.is_narrow(),
        "may_enrol": actor.has_somewhere(PEOPLE_CHANGE),
    }
    return render(request, "org/people.html", answer)


@signed_in
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """A person: what is known, and how it came to be."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    shown = get_person(actor, pk)
    page = person_page(actor, shown, clock.today(clock.now()))
    return render(request, "org/person.html", {"page": page, "person": shown})
