"""What readers see of a box: the shown state, never who."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Final

from tongxin.ballots.models import BallotBox, Rating
from tongxin.ballots.rules.showing import STEP
from tongxin.core.figures import percent

FEW: Final = 3


@dataclass(frozen=True)
class Bar:
    """One line of a result: its count and its share in per cent."""

    label: str
    count: int
    share: int


@dataclass(frozen=True)
class Counts:
    """The shown state of one box. `answers` 0: nothing may be shown yet."""

    asked: int
    answers: int
    satisfied: str
    rate: str
    bars: tuple[Bar, ...]
    sentences: tuple[str, ...]
    open_until: datetime | None
    least: int = STEP

    @property
    def first(self) -> tuple[str, ...]:
        """The sentences a panel has room for."""
        return self.sentences[:FEW]

    @property
    def more(self) -> int:
        """How many sentences are left for the page."""
        return max(len(self.sentences) - FEW, 0)


def counts_of(box: BallotBox, now: datetime) -> Counts:
    """What readers see of this box. No query."""
    shown = box.shown
    rate = Fraction(shown.total, box.asked) if shown.total and box.asked else None
    ratings = ((Rating.GOOD, shown.good), (Rating.FAIR, shown.fair), (Rating.POOR, shown.poor))
    return Counts(
        box.asked, shown.total, percent(shown.satisfied), percent(rate),
        tuple(bar(str(rating.label), count, shown.total) for rating, count in ratings),
        tuple(box.shown_sentences), box.closes_at if box.is_open(now) else None,
    )  # fmt: skip


def bar(label: str, count: int, whole: int) -> Bar:
    """A line with its share of the whole."""
    return Bar(label, count, round(100 * count / whole) if whole else 0)
