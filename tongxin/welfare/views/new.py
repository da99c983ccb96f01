"""Begin a round."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.core.refusals import Refused
from tongxin.org.access import below, require_somewhere, signed_in
from tongxin.org.models import Unit
from tongxin.org.rules.rights import WELFARE_RUN
from tongxin.ui.posting import posted, refuse
from tongxin.ui.words import beside
from tongxin.welfare.actions import start
from tongxin.welfare.forms.rounds import StartForm
from tongxin.welfare.models import Round
from tongxin.welfare.queries.festivals import festivals
from tongxin.welfare.queries.starting import last_round


@require_http_methods(["GET", "POST"])
@signed_in
def new(request: HttpRequest) -> HttpResponse:
    """The festival and the day; the rest comes from the last round of that festival."""
    actor, today = request.actor, clock.today(clock.now())  # type: ignore[attr-defined]
    require_somewhere(actor, WELFARE_RUN)
    units = Unit.objects.filter(below(actor.paths(WELFARE_RUN), "path"), closed_on=None).order_by("path")
    unit = _asked_unit(request, units)
    festival, words = _asked(request, "festival"), festivals(unit, today)
    last = last_round(unit, today.year, festival)
    form = StartForm(
        posted(request), units=units, festivals=words, last=last, initial=_proposed(unit, festival, last, today.year)
    )
    if request.method == "POST" and form.is_valid():
        after = last if form.cleaned_data.pop("after", False) else None
        try:
            made = start(actor=actor, now=clock.now(), after=after, **form.cleaned_data)
        except Refused as refusal:
            if refusal.code == "welfare.already":
                messages.info(request, refusal.sentence)
                return redirect("welfare:round", pk=refusal.facts["round"])
            refuse(form, refusal)
        else:
            messages.success(request, _("建好了，接着看下一步。"))
            return redirect("welfare:round", pk=made.pk)
    context = {"form": form, "last": last, "festivals": words, "festival": festival, "unit": unit}
    return render(request, "welfare/new.html", context, status=422 if form.errors else 200)


def _asked(request: HttpRequest, name: str) -> str:
    return (request.POST.get(name) if request.method == "POST" else request.GET.get(name, "")) or ""


def _asked_unit(request: HttpRequest, units: Any) -> Unit:
    wanted = whole(_asked(request, "unit"))
    found: Unit = (units.filter(pk=wanted).first() if wanted else None) or units[0]
    return found


def _proposed(unit: Unit, festival: str, last: Round | None, year: int) -> dict[str, Any]:
    title = last.title.replace(str(last.year), str(year)) if last else beside(festival, _("福利"))
    who = last.who if last else Round._meta.get_field("who").default
    return {"unit": unit.pk, "festival": festival, "title": title, "year": year, "who": who, "after": last is not None}
