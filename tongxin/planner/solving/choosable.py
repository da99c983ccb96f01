"""Which options are still left to each item once the aims before LEVEL are closed: all others would spoil one of those.

In each part the value found is the least. An item that counts more than its own least takes that from the part's slack; an option
that takes more than the whole slack is in no plan that is as good. What has one option left stands for good, and closes days to others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tongxin.planner.problem import Mode
from tongxin.planner.solving.additive import Part, sum_of
from tongxin.planner.solving.aims import fate
from tongxin.planner.solving.board import Board, Ground, Spot
from tongxin.planner.solving.calendar import each
from tongxin.planner.solving.fates import Fates
from tongxin.planner.solving.ties import FALL, Tie
from tongxin.planner.solving.worth import Vector, Worth, minus, plus


@dataclass
class Choosable:
    """What stands for good (`board`), what each other item can still do, and the caps of the aims that are closed."""

    board: Board
    offers: dict[int, list[Spot]] = field(default_factory=dict)
    caps: list[Tie] = field(default_factory=list)


def choosable(ground: Ground, worth: Worth, parts: Sequence[Part], fates: Fates) -> Choosable:
    """All that plans as good as this one in the aims before LEVEL can do."""
    length = len(worth.aims)
    spare = sum_of([minus(part.value, part.bounds) for part in parts if not part.closed], length)
    found = Choosable(Board(ground, ground.fixed))
    for part in parts:
        slack = plus(minus(part.bounds, _least(worth, part)), spare)
        for place in part.places:
            found.offers[place] = [
                option for option in _options(ground, worth, place, slack) if _possible(ground, fates, place, option)
            ]
    _settle(ground, found)
    found.caps = list(_caps(worth, found, parts, together=any(spare)))
    return found


def _possible(ground: Ground, fates: Fates, place: int, option: Spot) -> bool:
    spot = None if option == FALL else option
    return place not in fates or fate(ground.items[place], ground.own[place], spot) in fates[place]


def _least(worth: Worth, part: Part) -> Vector:
    return sum_of([worth.least[place] for place in part.places], len(worth.aims))


def _options(ground: Ground, worth: Worth, place: int, slack: Vector) -> Iterable[Spot]:
    least = worth.least[place]
    for vector, mode, days in worth.classes(place):
        if minus(vector, least) <= slack:
            yield from ((day, mode) for day in each(days))
    if minus(worth.of(place, FALL), least) <= slack:
        yield FALL


def _settle(ground: Ground, found: Choosable) -> None:
    """Put what has one option for good, take from the others what that closes, until nothing changes."""
    while single := [place for place, options in found.offers.items() if len(options) == 1]:
        for place in single:
            spot = found.offers.pop(place)[0]
            if spot != FALL:
                found.board.put(place, *spot)
        for place, options in found.offers.items():
            found.offers[place] = _left(ground, found, place, options)


def _left(ground: Ground, found: Choosable, place: int, options: list[Spot]) -> list[Spot]:
    """Its options beside what stands for good."""
    board, gone = found.board, set(found.offers)
    days = [board.open(place, mode) for mode in Mode]
    if any(before not in gone and board.spot[before] is None for before, _apart in ground.earlier[place]):
        return [FALL]
    led = any(
        after not in gone and board.spot[after] and not ground.items[after].fixed for after, _a in ground.later[place]
    )
    return [option for option in options if (not led if option == FALL else bool(days[option[1]] >> option[0] & 1))]


def _caps(worth: Worth, found: Choosable, parts: Sequence[Part], *, together: bool) -> Iterable[Tie]:
    """The aims before LEVEL at their values: part by part where all are proven, else over all together.

    Together, a part that is proven still cannot count less of the first aim than it does.
    """
    for part in parts:
        slack = minus(part.value, _least(worth, part))
        if not together and any(slack):
            yield from (_cap(worth, found, part.places, aim, slack[aim], 1) for aim in range(len(slack)))
        if together and part.closed and any(slack):
            yield _cap(worth, found, part.places, 0, slack[0], -1)
    if together:
        total = sum_of([minus(part.value, _least(worth, part)) for part in parts], len(worth.aims))
        places = tuple(sorted(place for part in parts for place in part.places))
        yield from (_cap(worth, found, places, aim, total[aim], 1) for aim in range(len(total)))


def _cap(worth: Worth, found: Choosable, places: Sequence[int], aim: int, slack: int, sign: int) -> Tie:
    """What these items count above their own least is at most the slack (`sign` -1: at least)."""

    def over(place: int, option: Spot) -> int:
        return worth.of(place, option)[aim] - worth.least[place][aim]

    taken = sum(over(place, found.board.spot[place] or FALL) for place in places if place not in found.offers)
    terms = tuple(
        (place, option, sign * count)
        for place in places
        for option in found.offers.get(place, ())
        if (count := over(place, option))
    )
    return Tie(terms, sign * (slack - taken))
