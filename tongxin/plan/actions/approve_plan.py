"""Approve a year's plan: freeze what it holds."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules import rights
from tongxin.plan.actions.plan_in_making import plan_in_making
from tongxin.plan.models import AnnualPlan, BaselineItem
from tongxin.plan.queries.officers import officers_of
from tongxin.plan.queries.proposal import proposal
from tongxin.plan.rules import workflow
from tongxin.plan.words import EMPTY_PLAN


@transaction.atomic
def approve_plan(
    *, actor: Actor, now: datetime, unit: Unit, year: int, approved_on: date, idea: str = ""
) -> AnnualPlan:
    """Freeze the activities (no ideas, none cancelled or merged) and work items of the unit's year as its baseline.

    A plan is approved once, after its review; whatever changes afterwards shows against it.
    Refuses: `plan.already_approved`, `plan.empty`, `plan.approved_ahead` (a date in the future), `plan.not_reviewed`
    (unless the unit has one officer, so that nobody else could review).
    """
    require_right(actor, rights.PLAN_APPROVE, unit)
    plan = plan_in_making(unit, year)
    items = proposal(unit, year).items
    _refuse(plan, approved_on, clock.today(now), bool(items))
    BaselineItem.objects.bulk_create(BaselineItem(plan=plan, **item.fields()) for item in items)
    plan.state = AnnualPlan.State.APPROVED
    plan.approved_on = approved_on
    plan.approved_by_id = actor.user_id
    plan.idea = idea or plan.idea
    plan.save()
    after = {
        "year": year,
        "approved_on": approved_on,
        "items": len(items),
        "counted": sum(item.counted for item in items),
    }
    audit.record(actor=actor, now=now, act="plan.approve", thing=plan, unit=unit, after=after)
    return plan


def _refuse(plan: AnnualPlan, approved_on: date, today: date, filled: bool) -> None:
    if approved_on > today:
        raise Refused("plan.approved_ahead", _("审定日期还没到。填今天或以前的日子。"), field="approved_on")
    if not filled:
        raise Refused("plan.empty", str(EMPTY_PLAN))
    if not workflow.may_approve(plan.state, officers=officers_of(plan.unit, today)):
        raise Refused("plan.not_reviewed", _("计划还没审议。先提请审议，由编计划的人以外的一位干部看过，再审定。"))
