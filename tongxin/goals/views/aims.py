"""Aims over several years, with their trends."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.goals import actions
from tongxin.goals.access import CHANGE, READ, get_aim, get_unit, may_change
from tongxin.goals.forms.aims import AimForm, MeasureForm, TypedForm
from tongxin.goals.models import Aim, AimMeasure
from tongxin.goals.queries.aims import aim_page, aims_page
from tongxin.goals.queries.values import measure_choices
from tongxin.goals.views.acting import Asking, ask, split
from tongxin.goals.words import typed_value
from tongxin.org.access import signed_in
from tongxin.plan.queries.choices import possible_owners
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted


@signed_in
@require_safe
def aims(request: HttpRequest) -> HttpResponse:
    """All aims of a unit."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, request.GET.get("unit"), right=READ)
    today = clock.today(clock.now())
    answer = {"aims": aims_page(unit, today), "unit": unit, "year": today.year, "at": "aims"}
    return render(request, "goals/aims.html", answer | {"changes": may_change(actor, unit)})


@signed_in
@require_safe
def aim(request: HttpRequest, pk: int) -> HttpResponse:
    """One aim."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    shown = get_aim(actor, pk)
    today = clock.today(clock.now())
    answer = {"fact": aim_page(shown, today), "aim": shown, "unit": shown.unit, "year": today.year, "at": "aims"}
    return render(request, "goals/aim.html", answer | {"changes": may_change(actor, shown.unit)})


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """One more aim."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, request.GET.get("unit"), right=CHANGE)
    form = AimForm(posted(request), owners=possible_owners(actor, unit))

    def do(given: dict[str, Any]) -> str:
        made = actions.add_aim(actor=actor, now=clock.now(), unit=unit, **given)
        return _("定下了：%(title)s。") % {"title": made.title}

    asking = Asking(_("定一个多年目标"), _("定下目标"), f"{reverse('goals:aims')}?unit={unit.pk}")
    return ask(request, form, asking, do, template="goals/aim_form.html", unit=unit)


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an aim."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    shown = get_aim(actor, pk, change=True)
    initial = {name: getattr(shown, name) for name in ("title", "first", "last", "owner", "words")}
    form = AimForm(posted(request), initial=initial, owners=possible_owners(actor, shown.unit))

    def do(given: dict[str, Any]) -> str:
        actions.edit_aim(actor=actor, now=clock.now(), aim=shown, **given)
        return _("改好了。")

    asking = Asking(_("改多年目标：%(title)s") % {"title": shown.title}, _("改好了"), _page(shown))
    return ask(request, form, asking, do, template="goals/aim_form.html", unit=shown.unit)


@signed_in
@require_http_methods(["GET", "POST"])
def new_measure(request: HttpRequest, pk: int) -> HttpResponse:
    """Measure the aim by a figure, with a target a year; `?of=` takes one up again."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    shown = get_aim(actor, pk, change=True)
    years, today = range(shown.first, shown.last + 1), clock.today(clock.now())
    choices = measure_choices(shown.unit, min(today.year, shown.last))
    form = MeasureForm(posted(request), initial=_measure(shown, request), choices=choices, years=years)

    def do(given: dict[str, Any]) -> str:
        wanted = split(given["measure"]) | {"direction": given["direction"]}
        actions.set_measure(actor=actor, now=clock.now(), aim=shown, targets=form.targets, **wanted)
        return _("定好了，每年的数由系统算。")

    asking = Asking(_("%(title)s：用哪个数看") % {"title": shown.title}, _("定下来"), _page(shown))
    return ask(request, form, asking, do)


@signed_in
@require_http_methods(["GET", "POST"])
def remove_measure(request: HttpRequest, pk: int) -> HttpResponse:
    """The aim is not measured by that any more."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    measure, shown = _get_measure(actor, pk)

    def do(given: dict[str, Any]) -> str:
        actions.remove_measure(actor=actor, now=clock.now(), measure=measure)
        return _("去掉了，填过的数在操作记录里还查得到。")

    asking = Asking(_("不再用这个数看"), _("去掉"), _page(shown), shown.title, "bad")
    return ask(request, Form(posted(request)), asking, do)


@signed_in
@require_http_methods(["GET", "POST"])
def type_value(request: HttpRequest, pk: int) -> HttpResponse:
    """A value from before the system, with its source."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    measure, shown = _get_measure(actor, pk)

    def do(given: dict[str, Any]) -> str:
        actions.type_value(actor=actor, now=clock.now(), measure=measure, **given)
        return _("补上了，图上会注明是补录的。")

    asking = Asking(_("补录往年的数"), _("补上这个数"), _page(shown), _("只补系统里没有记录的年份，写明出处。"))
    return ask(request, TypedForm(posted(request)), asking, do)


def _get_measure(actor: Any, pk: int) -> tuple[AimMeasure, Aim]:
    measure = AimMeasure.objects.select_related("aim__unit").filter(pk=pk).first()
    if measure is None:
        raise Http404
    return measure, get_aim(actor, measure.aim_id, change=True)


def _measure(shown: Aim, request: HttpRequest) -> dict[str, str]:
    wanted = request.GET.get("of", "")
    one = shown.measures.filter(pk=wanted).first() if wanted.isdecimal() and len(wanted) < 10 else None
    if one is None:
        return {}
    found = {"measure": f"{one.key}:{one.part}" if one.part else one.key, "direction": one.direction}
    rows = one.years.filter(kind="target")
    return found | {f"target_{row.year}": typed_value(row.value, one.key) for row in rows}


def _page(shown: Aim) -> str:
    return reverse("goals:aim", args=[shown.pk])
