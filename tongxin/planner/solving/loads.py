"""The load of a year as sums over options: each costs its price for what it has above its free part.

Officer-months above their free days, months above the target, the second half above its share, and the peak month, which all
months have in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tongxin.planner.solving.aims import month_target
from tongxin.planner.solving.board import Board, Ground
from tongxin.planner.solving.ties import Offers, Term


class Kind(StrEnum):
    """Which load."""

    OFFICER = "officer"
    MONTH = "month"
    HALF = "half"
    PEAK = "peak"


@dataclass(frozen=True)
class Load:
    """`step` × excess ≥ amounts of the chosen options + `begun`; each unit of excess costs LEVEL's factor. All PEAK loads share one excess."""

    kind: Kind
    terms: tuple[Term, ...]
    begun: int
    step: int = 1

    @property
    def idle(self) -> bool:
        """Whether no choice can make it count."""
        return self.kind is not Kind.PEAK and not self.terms and self.begun <= 0


def loads(ground: Ground, board: Board, offers: Offers) -> list[Load]:
    """All loads of what is offered beside what stands on the board for good."""
    found = [*_officers(ground, board, offers), *_months(ground, board, offers), _half(ground, board, offers)]
    return [load for load in found if not load.idle]


def _officers(ground: Ground, board: Board, offers: Offers) -> Iterator[Load]:
    terms: dict[tuple[int, int], list[Term]] = defaultdict(list)
    for place, options in offers.items():
        item = ground.items[place]
        if item.officer is not None:
            for option in options:
                for month, days in ground.calendar.work(option[0], item.days) if option[0] >= 0 else ():
                    terms[item.officer, month].append((place, option, days))
    officers = sorted({item.officer for item in ground.items if item.officer is not None})
    for officer in officers:
        for month in range(len(ground.calendar.month_days)):
            begun = board.worked(officer, month) - ground.year.levels.free_days
            mine = terms.get((officer, month), [])
            if begun > 0 or begun + _most(mine) > 0:
                yield Load(Kind.OFFICER, tuple(mine), begun)


def _most(terms: list[Term]) -> int:
    most: dict[int, int] = {}
    for place, _option, amount in terms:
        most[place] = max(most.get(place, 0), amount)
    return sum(most.values())


def _months(ground: Ground, board: Board, offers: Offers) -> Iterator[Load]:
    calendar = ground.calendar
    held = [0] * len(calendar.month_days)
    for spot in board.spot:
        if spot and 0 <= spot[0] < calendar.length:
            held[calendar.months[spot[0]]] += 1
    terms: list[list[Term]] = [[] for _month in held]
    for place, options in offers.items():
        for option in options:
            if option[0] >= 0:
                terms[calendar.months[option[0]]].append((place, option, 1))
    for month, begun in enumerate(held):
        yield Load(Kind.MONTH, tuple(terms[month]), begun - month_target(ground))
        yield Load(Kind.PEAK, tuple(terms[month]), begun)


def _half(ground: Ground, board: Board, offers: Offers) -> Load:
    calendar, share = ground.calendar, Fraction(ground.year.levels.second_half)
    late, early = share.denominator - share.numerator, -share.numerator

    def amount(day: int) -> int:
        return late if calendar.second_half >> day & 1 else early

    begun = sum(amount(spot[0]) for spot in board.spot if spot and 0 <= spot[0] < calendar.length)
    terms = (
        (place, option, amount(option[0])) for place, options in offers.items() for option in options if option[0] >= 0
    )
    return Load(Kind.HALF, tuple(terms), begun, share.denominator)
