"""Review a plan that somebody else has prepared, or send it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.plan.access import require_review
from tongxin.plan.actions.plan_in_making import plan_in_making, state_of
from tongxin.plan.models import AnnualPlan
from tongxin.plan.queries.proposal import proposal
from tongxin.plan.rules import workflow


@transaction.atomic
def review_plan(*, actor: Actor, now: datetime, unit: Unit, year: int, words: str) -> AnnualPlan:
    """Let the plan go on to its approval, with what was said about it.

    Refuses: `plan.already_approved`, `plan.not_now`, `plan.own_review` (who prepared it), `plan.words_missing`.
    """
    require_review(actor, unit)
    plan = plan_in_making(unit, year, "review")
    if plan.submitted_by_id is not None and plan.submitted_by_id == actor.user_id:
        raise Refused("plan.own_review", _("这份计划是你提请的，请另一位干部来审议。"))
    _require(words, _("写一句审议的意见，例如“同意，5月的场地要早定”。"))
    before = state_of(plan)
    plan.state = AnnualPlan.State.REVIEWED
    plan.reviewed_at, plan.reviewed_by_id, plan.review_words = now, actor.user_id, words.strip()
    plan.reviewed_mark = workflow.mark(proposal(unit, year).told)
    return _kept(actor, now, plan, "plan.review", before)


@transaction.atomic
def send_back(*, actor: Actor, now: datetime, unit: Unit, year: int, words: str) -> AnnualPlan:
    """Give the plan back to who prepares it, with what is to be changed. Refuses as `review_plan`, but for `plan.own_review`."""
    require_review(actor, unit)
    plan = plan_in_making(unit, year, "send_back")
    _require(words, _("写一句要改什么，编计划的人才知道。"))
    before = state_of(plan)
    plan.state = AnnualPlan.State.DRAFT
    plan.reviewed_at = plan.reviewed_by = None
    plan.review_words, plan.reviewed_mark = words.strip(), ""
    return _kept(actor, now, plan, "plan.send_back", before)


def _require(words: str, sentence: str) -> None:
    if not words.strip():
        raise Refused("plan.words_missing", sentence, field="words")


def _kept(actor: Actor, now: datetime, plan: AnnualPlan, act: str, before: dict[str, object]) -> AnnualPlan:
    plan.save()
    audit.record(
        actor=actor, now=now, act=act, thing=plan, unit=plan.unit, reason=plan.review_words, before=before,
        after=state_of(plan),
    )  # fmt: skip
    return plan
