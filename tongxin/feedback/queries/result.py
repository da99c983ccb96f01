"""What officers see of an activity's answers: the shown state, never who."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any, Final

from tongxin.activities.models import Activity
from tongxin.core.figures import percent
from tongxin.feedback.access import may_read_result
from tongxin.feedback.models import Box, Rating
from tongxin.feedback.rules.showing import STEP
from tongxin.feedback.rules.window import is_open

FEW: Final = 3


@dataclass(frozen=True)
class Bar:
    """One rating: its count and its share of all shown answers in per cent."""

    label: str
    count: int
    share: int


@dataclass(frozen=True)
class Result:
    """The shown state of one box. `answers` 0: nothing may be shown yet."""

    activity: Activity
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


def result_of(activity: Activity, now: datetime) -> Result | None:
    """The result of an activity; None where nobody was asked. One query."""
    box = Box.objects.filter(activity=activity).first()
    if box is None:
        return None
    shown = box.shown
    rate = Fraction(shown.total, box.asked) if shown.total else None
    bars = ((Rating.GOOD, shown.good), (Rating.FAIR, shown.fair), (Rating.POOR, shown.poor))
    return Result(
        activity, box.asked, shown.total, percent(shown.satisfied), percent(rate),
        tuple(Bar(str(rating.label), n, round(100 * n / shown.total) if shown.total else 0) for rating, n in bars),
        tuple(box.shown_sentences), box.closes_at if is_open(box.closes_at, box.closed_at, now) else None,
    )  # fmt: skip


def desk_panel(actor: Any, activity: Activity, now: datetime) -> Result | None:
    """The panel on the officer's page of an activity."""
    if activity.held_on is None or not may_read_result(actor, activity.pk):
        return None
    return result_of(activity, now)
