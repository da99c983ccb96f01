"""Approving the plan of a year."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.org.rules import rights
from tongxin.plan import actions
from tongxin.plan.access import get_unit_of_year
from tongxin.plan.forms.approval import ApprovalForm
from tongxin.plan.models import AnnualPlan
from tongxin.plan.queries.baseline import baseline_of
from tongxin.plan.queries.proposal import proposal
from tongxin.plan.queries.workflow import changed_since_review, passages, way_of
from tongxin.ui.asking import Asking, ask
from tongxin.ui.posting import posted


@signed_in
@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, year: int) -> HttpResponse:
    """What will be frozen, and the one button that does it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_of_year(actor, request.GET.get("unit"), right=rights.PLAN_APPROVE)
    now = clock.now()
    back = f"{reverse('plan:year', args=[year])}?unit={unit.pk}"
    if request.method == "GET" and baseline_of(unit, [year]).own:
        return redirect(f"{reverse('plan:baseline', args=[year])}?unit={unit.pk}")
    offered = proposal(unit, year)
    form = ApprovalForm(posted(request), initial={"approved_on": clock.today(now)})

    def do(given: dict[str, Any]) -> tuple[str, str]:
        plan = actions.approve_plan(actor=actor, now=now, unit=unit, year=year, **given)
        said = _("%(year)s年计划审定了。以后的增减都照着它看。") % {"year": plan.year}
        return said, back

    plan = AnnualPlan.objects.filter(unit=unit, year=year).first()
    more = {
        "way": way_of(actor, unit, year, clock.today(now)), "passages": passages(unit, year),
        "changed": changed_since_review(plan, offered),
    }  # fmt: skip
    asking = Asking(
        _("审定%(year)s年度计划") % {"year": year},
        _("审定%(n)s项") % {"n": offered.counted or len(offered.items)},
        back,
    )
    return ask(request, form, asking, do, template="plan/approve.html", offered=offered, unit=unit, year=year, **more)
