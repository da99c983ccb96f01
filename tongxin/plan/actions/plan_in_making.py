"""What every act on the way to an approved plan begins with: lock the plan, and see how far it is."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.models import Unit
from tongxin.plan.models import AnnualPlan
from tongxin.plan.rules import workflow


def plan_in_making(unit: Unit, year: int, act: str = "") -> AnnualPlan:
    """The unit's plan, made where there is none, locked.

    Refuses: `plan.already_approved`, `plan.not_now` (the act does not follow in this state).
    """
    AnnualPlan.objects.get_or_create(unit=unit, year=year)
    plan = lock(AnnualPlan.objects.filter(unit=unit, year=year)).get()
    if plan.state == AnnualPlan.State.APPROVED:
        sentence = _("这一年的计划已经审定，基线不再改动。以后的增减会照着它显示。")
        raise Refused("plan.already_approved", sentence)
    if act and not workflow.may(act, plan.state):
        raise Refused("plan.not_now", _("计划现在是“%(state)s”，这一步做不了。") % {"state": plan.get_state_display()})
    return plan


def state_of(plan: AnnualPlan) -> dict[str, Any]:
    """What the trail keeps of a plan before and after an act."""
    return {"year": plan.year, "state": plan.state, "words": plan.review_words}
