"""Approve a year's plan: freeze what it holds."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core import clock
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules import rights
from tongxin.plan.models import AnnualPlan, BaselineItem
from tongxin.plan.queries.proposal import proposal


@transaction.atomic
def approve_plan(
    *, actor: Actor, now: datetime, unit: Unit, year: int, approved_on: date, idea: str = ""
) -> AnnualPlan:
    """Freeze the activities (no ideas, none cancelled or merged) and work items of the unit's year as its baseline.

    A plan is approved once; whatever changes afterwards shows against it.
    Refuses: `plan.already_approved`, `plan.empty`, `plan.approved_ahead` (a date in the future).
    """
    require_right(actor, rights.PLAN_APPROVE, unit)
    AnnualPlan.objects.get_or_create(unit=unit, year=year)
    plan = lock(AnnualPlan.objects.filter(unit=unit, year=year)).get()
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
    if plan.state == AnnualPlan.State.APPROVED:
        sentence = _("这一年的计划已经审定，基线不再改动。以后的增减会照着它显示。")
        raise Refused("plan.already_approved", sentence)
    if approved_on > today:
        raise Refused("plan.approved_ahead", _("审定日期还没到。填今天或以前的日子。"), field="approved_on")
    if not filled:
        raise Refused("plan.empty", _("这一年还没有列入计划的活动和工作事项，没有可以审定的内容。先把设想列入计划。"))
