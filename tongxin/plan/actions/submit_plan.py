"""Lay a drafted plan before those who review it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules import rights
from tongxin.plan.actions.plan_in_making import plan_in_making, state_of
from tongxin.plan.models import AnnualPlan
from tongxin.plan.queries.proposal import proposal
from tongxin.plan.words import EMPTY_PLAN


@transaction.atomic
def submit_plan(*, actor: Actor, now: datetime, unit: Unit, year: int, idea: str = "") -> AnnualPlan:
    """Ask for the review; whoever asks has prepared the plan, and reviews it not.

    Refuses: `plan.already_approved`, `plan.not_now`, `plan.empty`.
    """
    require_right(actor, rights.PLAN_CHANGE, unit)
    plan = plan_in_making(unit, year, "submit")
    if not proposal(unit, year).items:
        raise Refused("plan.empty", str(EMPTY_PLAN))
    before = state_of(plan)
    plan.state = AnnualPlan.State.SUBMITTED
    plan.submitted_at, plan.submitted_by_id = now, actor.user_id
    plan.review_words, plan.idea = "", idea or plan.idea
    plan.save()
    audit.record(
        actor=actor, now=now, act="plan.submit", thing=plan, unit=unit, before=before, after=state_of(plan)
    )  # fmt: skip
    return plan
