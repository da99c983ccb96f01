"""Last year's problems as this year's proposals: what is open, what was answered and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from tongxin.org.models import Unit
from tongxin.plan.hooks import Proposed, proposals
from tongxin.plan.models import TakenUp
from tongxin.plan.queries.year import work_fact
from tongxin.plan.words import shape_of


@dataclass(frozen=True)
class OpenProposal:
    """A proposal nobody has answered yet."""

    source: str
    source_label: str
    proposed: Proposed


@dataclass(frozen=True)
class Answer:
    """What a proposal became: where it stands in the plan, and how far it is."""

    title: str
    became: str
    shape: str
    state: str
    words: str
    by: str
    at: datetime
    item_id: int | None
    activity_id: int | None
    code: str

    @property
    def left_out(self) -> bool:
        """Whether it was not put into the plan."""
        return self.item_id is None and self.activity_id is None


@dataclass(frozen=True)
class ProposalsPage:
    """Open proposals, the answered ones of the year, and what became of those of the year before."""

    open: Sequence[OpenProposal]
    answered: Sequence[Answer]
    before: Sequence[Answer]


def proposals_page(unit: Unit, year: int) -> ProposalsPage:
    """The proposals for a unit's year: two queries besides those of the proposers."""
    answered = answers(unit, year)
    known = set(TakenUp.objects.filter(unit=unit, year=year).values_list("source", "code"))
    waiting = [
        OpenProposal(proposer.key, str(proposer.label), one)
        for proposer in proposals
        for one in proposer.propose(unit, year)
        if (proposer.key, one.code) not in known
    ]
    return ProposalsPage(waiting, answered, answers(unit, year - 1))


def answers(unit: Unit, year: int) -> list[Answer]:
    """What the unit's proposals for that year became: one query."""
    rows = TakenUp.objects.filter(unit=unit, year=year).select_related(
        "work_item__unit", "work_item__responsible_unit", "work_item__owner", "work_item__carried_from", "activity"
    )
    return [_answer(row) for row in rows]


def _answer(row: TakenUp) -> Answer:
    shape, state, became = "off", _("没有列入"), ""
    if row.work_item is not None:
        fact = work_fact(row.work_item)
        shape, state, became = fact.shape, f"{fact.state_label} {fact.share_done}%", fact.title
    elif row.activity is not None:
        shape, state = shape_of(None, row.activity.state), str(row.activity.get_state_display())
        became = row.activity.title
    return Answer(
        row.title, became, shape, state, row.words, row.by, row.at, row.work_item_id, row.activity_id, row.code
    )
