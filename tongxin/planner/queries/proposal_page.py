"""A proposal as its page shows it: lines with their reasons, what stays, how good it is, and the year with both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.core.clock import today
from tongxin.planner import words
from tongxin.planner.models import Proposal, ProposedMove
from tongxin.planner.queries.drawing import Drawing, drawing
from tongxin.planner.queries.freshness import is_touched
from tongxin.planner.queries.gather import Gathered, Known, gather, moment_of
from tongxin.planner.rules.digest import Facts
from tongxin.ui.words import day as day_words

# The mark before what became of an activity; all else is still to come.
SHAPES: Final = {"done": "done", "cancelled": "off", "merged": "off", "postponed": "moved"}


@dataclass(frozen=True)
class Line:
    """A line with its reason; `stale` where it no longer rests on the facts it was made from."""

    move: ProposedMove
    reason: str
    more: tuple[str, ...]
    stale: bool
    actual: Actual | None = None

    @property
    def new_day(self) -> bool:
        """Whether it goes to another day."""
        return self.move.day_after != self.move.day_before

    @property
    def new_mode(self) -> bool:
        """Whether it takes another form."""
        return self.move.mode_after != self.move.mode_before

    @property
    def is_open(self) -> bool:
        """Whether it can still be decided."""
        return self.move.decision == ProposedMove.Decision.OPEN


@dataclass(frozen=True)
class Actual:
    """What became of an activity in the end."""

    shape: str
    words: str


@dataclass(frozen=True)
class Stays:
    """An activity that stays as it is."""

    known: Known
    actual: Actual | None


@dataclass(frozen=True)
class Compared:
    """An activity as it was planned, as it would have been, as it was."""

    activity: Activity
    before: date | None
    line: Line | None
    actual: Actual | None


@dataclass(frozen=True)
class Tally:
    """How many there were, would have been held had nothing been changed, have a place, were held in the end."""

    total: int
    left_alone: int
    kept: int
    held: int


@dataclass(frozen=True)
class ProposalPage:
    """A proposal's page; `held` is how many were held in the end, of those looked back at."""

    proposal: Proposal
    lines: tuple[Line, ...]
    unplaced: tuple[Line, ...]
    stays: tuple[Stays, ...]
    aims: tuple[words.AimWords, ...]
    cut: str
    drawing: Drawing | None
    held: int = 0

    @property
    def open_lines(self) -> tuple[Line, ...]:
        """Placed lines that can be accepted now."""
        return tuple(line for line in self.lines if line.is_open and not line.stale)

    @property
    def stale(self) -> tuple[Line, ...]:
        """Open lines that can no longer be accepted."""
        return tuple(line for line in (*self.lines, *self.unplaced) if line.stale)

    @property
    def left_alone(self) -> int:
        """How many would have been held had nothing been changed."""
        return int(self.proposal.counts.get("items", 0)) - int(self.proposal.counts.get("lost_if_left", 0))

    @property
    def kept(self) -> int:
        """How many have a place."""
        return int(self.proposal.counts.get("items", 0)) - len(self.unplaced)

    @property
    def planned(self) -> Tally:
        """The same of those that count among the year's planned activities alone."""
        ids = {row.activity.pk for row in self.compared if row.activity.category.counted}
        unplaced = {line.move.activity_id for line in self.unplaced}
        held = {row.activity.pk for row in self.compared if row.activity.state == Activity.State.DONE}
        return Tally(
            len(ids), len(ids - set(self.proposal.counts.get("left", ()))), len(ids - unplaced), len(ids & held)
        )

    @property
    def compared(self) -> list[Compared]:
        """Every activity, in the order of the days it was planned for."""
        rows = [Compared(one.known.activity, one.known.stood.day, None, one.actual) for one in self.stays]
        rows += [
            Compared(one.move.activity, one.move.day_before, one, one.actual) for one in (*self.lines, *self.unplaced)
        ]
        return sorted(rows, key=lambda row: (row.before or date.max, row.activity.pk))

    @property
    def accepted(self) -> int:
        """How many lines were taken over."""
        taken = ProposedMove.Decision.ACCEPTED
        return sum(line.move.decision == taken for line in (*self.lines, *self.unplaced))


def proposal_page(proposal: Proposal, now: datetime) -> ProposalPage:
    """Everything on the page, in a fixed number of queries."""
    if proposal.state in (Proposal.State.WANTED, Proposal.State.FAILED):
        return ProposalPage(proposal, (), (), (), (), "", None)
    found = gather(proposal.unit, proposal.year, now, as_of=moment_of(proposal))
    moves = list(proposal.moves.select_related("activity__unit", "activity__category"))
    lines = [_line(proposal, move, found) for move in moves]
    moved = {move.activity_id for move in moves}
    stays = tuple(Stays(one, _actual(proposal, one.activity)) for one in found.known if one.activity.pk not in moved)
    return ProposalPage(
        proposal,
        tuple(line for line in lines if not line.move.unplaced),
        tuple(line for line in lines if line.move.unplaced),
        stays,
        tuple(words.aims(proposal.aims)),
        words.cut_words(proposal.cut),
        drawing(found, moves, proposal.as_of or today(now)),
        sum(one.activity.state == Activity.State.DONE for one in found.known) if proposal.as_of else 0,
    )


def _line(proposal: Proposal, move: ProposedMove, found: Gathered) -> Line:
    told = words.sentences(move.reasons, unplaced=move.unplaced)
    waits = proposal.is_open and move.decision == ProposedMove.Decision.OPEN
    stale = waits and is_touched(Facts.of_json(proposal.facts), found.year, move)
    return Line(move, told[0], tuple(told[1:]), stale, _actual(proposal, move.activity))


def _actual(proposal: Proposal, activity: Activity) -> Actual | None:
    """What became of it, for a look back."""
    if proposal.as_of is None:
        return None
    shape = SHAPES.get(activity.state, "todo")
    if activity.held_on:
        return Actual(shape, _("%(day)s办了") % {"day": day_words(activity.held_on)})
    if activity.year != proposal.year:
        return Actual("moved", _("转到%(year)s年") % {"year": activity.year})
    return Actual(shape, activity.get_state_display())
