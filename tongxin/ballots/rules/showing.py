"""When a box may show more: never below five answers, and never a state that differs by fewer than five from the last."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

STEP: Final = 5


@dataclass(frozen=True)
class Tally:
    """How many answers of each rating."""

    good: int = 0
    fair: int = 0
    poor: int = 0

    @property
    def total(self) -> int:
        """All answers."""
        return self.good + self.fair + self.poor

    @property
    def satisfied(self) -> Fraction | None:
        """The share of 满意 among all answers; None without any."""
        return Fraction(self.good, self.total) if self.total else None


def next_shown(shown: Tally, counted: Tally) -> Tally:
    """What readers may see once `counted` is in the box: what they see already, until five more answers have come."""
    return counted if moves(shown.total, counted.total) else shown


def moves(shown: int, counted: int) -> bool:
    """Whether readers, who see `shown` answers, may see all that have come: five more at least."""
    return counted - shown >= STEP
