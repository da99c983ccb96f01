"""What is done to goals: add, change, take out, begin with a framework, measure, hang things on them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.goals import actions
from tongxin.goals.access import CHANGE, get_goal, get_unit, get_year
from tongxin.goals.forms.goals import GoalForm, IndicatorForm, RemoveForm, ServingForm
from tongxin.goals.models import Goal, Indicator
from tongxin.goals.queries.serving import to_hang
from tongxin.goals.queries.values import measure_choices
from tongxin.goals.views.acting import Asking, ask, split, tree_url
from tongxin.goals.words import typed_value
from tongxin.org.access import signed_in
from tongxin.org.models import Unit
from tongxin.plan.queries.choices import possible_owners, responsible_units
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, year: int) -> HttpResponse:
    """One more goal."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, request.GET.get("unit"), right=CHANGE)
    form = GoalForm(
        posted(request), initial={"parent": request.GET.get("under")}, **_offered(actor, unit, get_year(year))
    )

    def do(given: dict[str, Any]) -> str:
        goal = actions.add_goal(actor=actor, now=clock.now(), unit=unit, year=year, **given)
        return _("加上了目标“%(title)s”。") % {"title": goal.title}

    asking = Asking(_("给%(year)s年加一个目标") % {"year": year}, _("加上目标"), tree_url(unit, year))
    return ask(request, form, asking, do, template="goals/goal_form.html", unit=unit)


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a goal."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    goal = get_goal(actor, pk, change=True)
    names = ("title", "kind", "parent", "group", "owner_unit", "owner", "words")
    initial = {name: getattr(goal, name) for name in names}
    form = GoalForm(posted(request), initial=initial, **_offered(actor, goal.unit, goal.year, goal))

    def do(given: dict[str, Any]) -> str:
        actions.edit_goal(actor=actor, now=clock.now(), goal=goal, **given)
        return _("改好了。")

    asking = Asking(_("改目标：%(title)s") % {"title": goal.title}, _("改好了"), _page(goal))
    return ask(request, form, asking, do, template="goals/goal_form.html", unit=goal.unit)


@signed_in
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a goal out."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    goal = get_goal(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.remove_goal(actor=actor, now=clock.now(), goal=goal, **given)
        return _("目标去掉了，靠在它上面的活动和工作都还在。")

    asking = Asking(
        _("去掉目标“%(title)s”") % {"title": goal.title}, _("去掉目标"), tree_url(goal.unit, goal.year),
        _("靠在它上面的活动和工作都还在，只是不再算给它。"), "bad",
    )  # fmt: skip
    return ask(request, RemoveForm(posted(request)), asking, do)


@signed_in
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, year: int) -> HttpResponse:
    """Begin with one lead, two to promote and three groups of activities."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, request.GET.get("unit"), right=CHANGE)

    def do(given: dict[str, Any]) -> str:
        made = actions.start_goals(actor=actor, now=clock.now(), unit=unit, year=get_year(year))
        return _("列好了%(n)s个目标，三个活动组里的活动已经自动算上。") % {"n": len(made)}

    asking = Asking(
        _("从“一个引领，两项促进，三组活动”开始"), _("列出这六个目标"), tree_url(unit, year),
        _("列好以后可以改、可以加。三个活动组里的活动自动算在各自的目标下。"),
    )  # fmt: skip
    return ask(request, Form(posted(request)), asking, do)


@signed_in
@require_http_methods(["GET", "POST"])
def copy(request: HttpRequest, year: int) -> HttpResponse:
    """Begin with last year's goals."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, request.GET.get("unit"), right=CHANGE)

    def do(given: dict[str, Any]) -> str:
        made = actions.copy_goals(actor=actor, now=clock.now(), unit=unit, year=get_year(year))
        return ngettext("抄来%(n)s个目标。", "抄来%(n)s个目标。", len(made)) % {"n": len(made)}

    asking = Asking(
        _("照%(year)s年的目标开始") % {"year": year - 1}, _("抄过来"), tree_url(unit, year),
        _("目标、负责人、指标一起抄来；靠在上面的活动和工作不抄。"),
    )  # fmt: skip
    return ask(request, Form(posted(request)), asking, do)


@signed_in
@require_http_methods(["GET", "POST"])
def new_indicator(request: HttpRequest, pk: int) -> HttpResponse:
    """Measure the goal by a figure; `?of=` takes up an indicator again."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    goal = get_goal(actor, pk, change=True)
    form = IndicatorForm(
        posted(request), initial=_indicator(goal, request), choices=measure_choices(goal.unit, goal.year)
    )

    def do(given: dict[str, Any]) -> str:
        wanted = actions.Wanted(**split(given["measure"]), target=given["target"], direction=given["direction"])
        actions.set_indicator(actor=actor, now=clock.now(), goal=goal, wanted=wanted)
        return _("指标定好了，实际值由数据项算。")

    asking = Asking(_("%(title)s：定指标") % {"title": goal.title}, _("定下指标"), _page(goal))
    return ask(request, form, asking, do)


@signed_in
@require_http_methods(["GET", "POST"])
def remove_indicator(request: HttpRequest, pk: int) -> HttpResponse:
    """The goal is not measured by that any more."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    indicator = Indicator.objects.select_related("goal__unit").filter(pk=pk).first()
    if indicator is None:
        raise Http404
    goal = get_goal(actor, indicator.goal_id, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.remove_indicator(actor=actor, now=clock.now(), indicator=indicator)
        return _("指标去掉了。")

    asking = Asking(_("去掉这个指标"), _("去掉指标"), _page(goal), goal.title, "bad")
    return ask(request, Form(posted(request)), asking, do)


@signed_in
@require_http_methods(["GET", "POST"])
def serving(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick the activities and work items that serve the goal."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    goal = get_goal(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        things = {"activities": list(given["activities"]), "work": list(given["work"])}
        actions.set_serving(actor=actor, now=clock.now(), goal=goal, **things)
        count = len(things["activities"]) + len(things["work"])
        return ngettext("挂好了，一共%(n)s项。", "挂好了，一共%(n)s项。", count) % {"n": count}

    asking = Asking(_("哪些事靠在“%(title)s”上") % {"title": goal.title}, _("记下勾选的"), _page(goal))
    return ask(
        request,
        ServingForm(posted(request)),
        asking,
        do,
        template="goals/serving.html",
        goal=goal,
        offered=to_hang(actor, goal),
    )


def _offered(actor: Any, unit: Unit, year: int, goal: Goal | None = None) -> dict[str, Any]:
    parents = Goal.objects.filter(unit=unit, year=year).exclude(pk=goal.pk if goal else 0)
    return {"parents": parents, "owners": possible_owners(actor, unit), "units": responsible_units(unit)}


def _indicator(goal: Goal, request: HttpRequest) -> dict[str, str]:
    wanted = request.GET.get("of", "")
    one = goal.indicators.filter(pk=wanted).first() if wanted.isdecimal() and len(wanted) < 10 else None
    if one is None:
        return {}
    measure = f"{one.key}:{one.part}" if one.part else one.key
    return {"measure": measure, "direction": one.direction, "target": typed_value(one.value, one.key)}


def _page(goal: Goal) -> str:
    return reverse("goals:goal", args=[goal.pk])
