"""How far a plan is on its way to approval, and what the reader may do about it now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from tongxin.audit.models import Entry
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.plan.access import Powers, powers
from tongxin.plan.models import AnnualPlan
from tongxin.plan.queries.officers import officers_of
from tongxin.plan.queries.proposal import Proposal
from tongxin.plan.rules import workflow

STEPS = ("draft", "submitted", "reviewed", "approved")


@dataclass(frozen=True)
class Way:
    """`step` is what the actor may do now: "submit", "review", "approve" or nothing."""

    state: str
    label: str
    words: str
    step: str
    alone: bool

    @property
    def sent_back(self) -> bool:
        """Whether it came back from the review with words."""
        return self.state == "draft" and bool(self.words)


@dataclass(frozen=True)
class Passage:
    """One act on the way: what, by whom, when, what was said."""

    what: str
    who: str
    at: datetime
    words: str


def way_of(actor: Actor, unit: Unit, year: int, today: date) -> Way:
    """How far the unit's plan is: two queries."""
    plan = AnnualPlan.objects.filter(unit=unit, year=year).first() or AnnualPlan(unit=unit, year=year)
    alone = officers_of(unit, today) <= 1
    step = step_for(actor, plan, powers(actor, unit), alone=alone)
    return Way(plan.state, plan.get_state_display(), plan.review_words, step, alone)


def step_for(actor: Actor, plan: AnnualPlan, can: Powers, *, alone: bool) -> str:
    """What the actor may do to bring the plan on now; `alone` where the unit has no second officer. Empty: nothing."""
    if plan.state == AnnualPlan.State.APPROVED:
        return ""
    if can.approve and workflow.may_approve(plan.state, officers=1 if alone else 2):
        return "approve"
    if can.change and plan.state == "draft":
        return "submit"
    mine = plan.submitted_by_id is not None and plan.submitted_by_id == actor.user_id
    return "review" if can.review and plan.state == "submitted" and not mine else ""


def passages(unit: Unit, year: int) -> Sequence[Passage]:
    """Laid before others, sent back, reviewed, approved: in their order, two queries."""
    plan = AnnualPlan.objects.filter(unit=unit, year=year).values_list("pk", flat=True).first()
    names = {
        "plan.submit": _("提请审议"), "plan.review": _("审议"), "plan.send_back": _("退回修改"), "plan.approve": _("审定"),
    }  # fmt: skip
    entries = Entry.objects.filter(thing_type="plan.annualplan", thing_id=str(plan), act__in=names).order_by("at", "id")
    return [Passage(names[one.act], one.who, one.at, one.reason) for one in entries]


def changed_since_review(plan: AnnualPlan | None, offered: Proposal) -> bool:
    """Whether the plan holds something else than what was reviewed."""
    if plan is None or plan.state != AnnualPlan.State.REVIEWED:
        return False
    return plan.reviewed_mark != workflow.mark(offered.told)
