"""Starting an activity in under a minute."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities.access import activities_for, get_activity_to_run
from tongxin.activities.models import Activity, Category
from tongxin.activities.queries.again import again as held_again
from tongxin.activities.queries.choices import own_unit
from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.core.refusals import Refused
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.signups import actions
from tongxin.signups.forms.start import StartForm
from tongxin.signups.queries.start_page import sources
from tongxin.signups.starters import STARTERS, Starter, starter
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def start(request: HttpRequest) -> HttpResponse:
    """First what it is like, then the few fields that only people know."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, ACTIVITIES_RUN)
    source, planned, began = _source(request), _planned(request), starter(request.GET.get("as"))
    if not (source or planned or began or "blank" in request.GET):
        context = {"sources": sources(actor, clock.now()), "starters": STARTERS}
        return render(request, "signups/start.html", context)
    form = StartForm(
        posted(request), actor=actor, union_path=_union_path(actor), initial=_likely(actor, source, planned, began),
        known_category=bool(source or planned), fixed_day=planned is not None and planned.starts_on is not None,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            made = _started(request, form, source, planned, began)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("发布了，通知已经发给能来的人。"))
            return redirect("activities:activity", pk=made.pk)
    context = {"form": form, "source": source, "planned": planned, "starter": began}
    return render(request, "signups/start_form.html", context, status=422 if form.errors else 200)


def _started(
    request: HttpRequest, form: StartForm, source: Activity | None, planned: Activity | None, began: Starter | None
) -> Activity:
    given = form.cleaned_data
    return actions.start(
        actor=request.actor, now=clock.now(), unit=given.get("unit") or (planned or source).unit,  # type: ignore[attr-defined, union-attr]
        essentials=form.essentials(planned.starts_on if planned else None), category=given.get("category"),
        about=str(began.about) if began else "", source=source, planned=planned, publish="keep" not in request.POST,
    )  # fmt: skip


def _source(request: HttpRequest) -> Activity | None:
    pk = whole(request.GET.get("from", ""))
    if pk is None:
        return None
    found = activities_for(request.actor).select_related("unit", "category").filter(pk=pk).first()  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found


def _planned(request: HttpRequest) -> Activity | None:
    pk = whole(request.GET.get("plan", ""))
    if pk is None:
        return None
    found = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    if found.state not in (Activity.State.PLANNED, Activity.State.POSTPONED):
        raise Refused("start.not_planned", _("这一项已经发布或者办过了，打开它接着办。"))
    return found


def _likely(actor: Any, source: Activity | None, planned: Activity | None, began: Starter | None) -> dict[str, Any]:
    unit = own_unit(actor)
    likely: dict[str, Any] = {"unit": unit, "sign_up": True}
    if unit is not None and unit.kind == Unit.Kind.BRANCH:
        likely["open_to"] = [unit]
    known = planned or source
    if known is not None:
        pool = next((slot.pool for slot in known.slots.select_related("pool") if slot.pool), None)
        likely |= {
            "title": known.title, "at": known.starts_at, "place": known.place, "category": known.category, "unit": known.unit,
            "indoor": known.indoor, "reach": known.reach,
            "capacity": pool.capacity if pool else known.persons or known.expected,
            "open_to": list(pool.open_to.all()) if pool else likely.get("open_to", []),
        }  # fmt: skip
    if source is not None:
        today = clock.today(clock.now())
        likely |= _again(source, today)
    if began is not None:
        likely |= {"title": began.title, "capacity": began.capacity}
        likely["category"] = Category.objects.filter(code=began.category, in_use=True).first()
    return likely


def _again(source: Activity, today: date) -> dict[str, Any]:
    """Title and day of this year's, or of next year's where that day is over."""
    year = max(today.year, source.year + 1)
    title, day = held_again(source, year)
    if day is not None and day < today:
        title, day = held_again(source, year + 1)
    return {"title": title, "day": day}


def _union_path(actor: Any) -> str:
    return f"{actor.unit_path.split('.', 1)[0]}." if actor.unit_path else ""
