"""A plan on its way: laid before others, reviewed, sent back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.org.models import Unit
from tongxin.org.rules import rights
from tongxin.plan import actions
from tongxin.plan.access import get_unit_of_year, get_unit_to_review
from tongxin.plan.forms.workflow import ReviewForm, SendBackForm, SubmitForm
from tongxin.plan.queries.proposal import proposal
from tongxin.plan.queries.workflow import passages, way_of
from tongxin.ui.asking import Asking, ask
from tongxin.ui.posting import posted


@signed_in
@require_http_methods(["GET", "POST"])
def submit(request: HttpRequest, year: int) -> HttpResponse:
    """Lay the plan before those who review it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_of_year(actor, request.GET.get("unit"), right=rights.PLAN_CHANGE)

    def do(given: dict[str, Any]) -> tuple[str, str]:
        actions.submit_plan(actor=actor, now=clock.now(), unit=unit, year=year, **given)
        return _("已提请审议。委员、主席和经审委员的首页上都看得到。"), _year(unit, year)

    asking = Asking(
        _("提请审议%(year)s年计划") % {"year": year}, _("提请审议"), _year(unit, year),
        _("请编计划的人以外的一位干部看一遍，写下意见，再由主席审定。"),
    )  # fmt: skip
    return ask(request, SubmitForm(posted(request)), asking, do)


@signed_in
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, year: int) -> HttpResponse:
    """All that the plan holds, and what the reviewer says about it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_to_review(actor, request.GET.get("unit"))

    def do(given: dict[str, Any]) -> tuple[str, str]:
        actions.review_plan(actor=actor, now=clock.now(), unit=unit, year=year, **given)
        return _("审议过了，可以审定。"), _year(unit, year)

    asking = Asking(_("审议%(year)s年度计划") % {"year": year}, _("审议通过"), _year(unit, year))
    now = clock.now()
    more = {"way": way_of(actor, unit, year, clock.today(now)), "passages": passages(unit, year)}
    offered = {"offered": proposal(unit, year), "unit": unit, "year": year}
    return ask(request, ReviewForm(posted(request)), asking, do, template="plan/review.html", **offered, **more)


@signed_in
@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, year: int) -> HttpResponse:
    """Give the plan back with what is to be changed."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_to_review(actor, request.GET.get("unit"))

    def do(given: dict[str, Any]) -> tuple[str, str]:
        actions.send_back(actor=actor, now=clock.now(), unit=unit, year=year, **given)
        return _("退回去了，编计划的人看得到你的意见。"), _year(unit, year)

    asking = Asking(_("退回%(year)s年计划修改") % {"year": year}, _("退回修改"), _year(unit, year))
    return ask(request, SendBackForm(posted(request)), asking, do)


def _year(unit: Unit, year: int) -> str:
    return f"{reverse('plan:year', args=[year])}?unit={unit.pk}"
