"""What may we spend on this, today, here?"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.org.rules.rights import RULES_CONFIRM, RULES_PROPOSE
from tongxin.rulebook.access import reads_exemptions
from tongxin.rulebook.forms.rules import LookupForm
from tongxin.rulebook.models import Rule
from tongxin.rulebook.queries.lookup import lookup, unit_of_reader
from tongxin.rulebook.words import region


@require_safe
@signed_in
def rules(request: HttpRequest) -> HttpResponse:
    """The rules in force, by occasion; for a day, and for another place where asked."""
    actor = request.actor  # type: ignore[attr-defined]
    unit = unit_of_reader(actor)
    if unit is None:
        raise Http404
    form = LookupForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    on = asked.get("on") or clock.today(clock.now())
    found = lookup(unit, on, asked.get("occasion", ""), asked.get("region", ""))
    context = {
        "found": found, "form": form, "occasions": Rule.Occasion.choices, "regions": form.fields["region"].choices,  # type: ignore[attr-defined]
        "asked_region": asked.get("region", ""), "may_propose": actor.has_somewhere(RULES_PROPOSE),
        "place_name": region(found.region), "may_confirm": actor.has_somewhere(RULES_CONFIRM),
        "reads_exemptions": reads_exemptions(actor),
    }  # fmt: skip
    return render(request, "rulebook/rules.html", context)
