"""What binds items together, as linear conditions over what each could do: the sum of amounts over the chosen options ≤ room.

An option is a spot, `FALL` (it gets no place) or `BEYOND` (some other spot that is not looked at yet: it takes no room, so that
a problem with it is never harder than the whole one). Conditions that no choice can break are left out: that splits the year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from tongxin.planner.problem import Mode
from tongxin.planner.solving.board import Ground, Spot
from tongxin.planner.solving.rows import Rows

FALL: Spot = (-1, Mode.ON_SITE)
BEYOND: Spot = (-2, Mode.ON_SITE)  # and every lower number
Offers = Mapping[int, Sequence[Spot]]  # item → its options
Term = tuple[int, Spot, int]  # (item, option, amount)


@dataclass(frozen=True)
class Tie:
    """One condition: the amounts of the chosen options sum up to `room` at most. Amounts of one condition are all 1, or any."""

    terms: tuple[Term, ...]
    room: int
    plain: bool = False


def ties(rows: Rows, offers: Offers) -> list[Tie]:
    """All conditions between these items that a choice could break, in a stable order."""
    return [*_shared(rows, offers), *_apart(rows, offers), *_ordered(rows.ground, offers)]


def _shared(rows: Rows, offers: Offers) -> Iterator[Tie]:
    found: dict[int, list[Term]] = defaultdict(list)
    for place, options in offers.items():
        for option in options:
            if option[0] >= 0:
                for row, amount in rows.uses(place, *option):
                    found[row].append((place, option, amount))
    seen: set[tuple[Term, ...]] = set()
    for row in sorted(found):
        terms, room = tuple(found[row]), rows.room(row)
        if row < rows.slots_end:
            if terms[0][0] != terms[-1][0] and terms not in seen:
                seen.add(terms)
                yield Tie(terms, 1, plain=True)
        elif _most(terms) > room:
            yield Tie(terms, room)
            yield from _heavy(terms, room)


def _heavy(terms: tuple[Term, ...], room: int) -> Iterator[Tie]:
    """What takes more than half of the room excludes each other: nothing new, but sharper for the linear program."""
    heavy = tuple(term for term in terms if 2 * term[2] > room)
    if len({term[0] for term in heavy}) > 1:
        yield Tie(tuple((place, option, 1) for place, option, _amount in heavy), 1, plain=True)


def _most(terms: tuple[Term, ...]) -> int:
    most: dict[int, int] = {}
    for place, _option, amount in terms:
        most[place] = max(most.get(place, 0), amount)
    return sum(most.values())


def _apart(rows: Rows, offers: Offers) -> Iterator[Tie]:
    """Like items: at most one start in any so many days. Windows that begin on a start say it all."""
    groups: dict[int, list[tuple[int, Term]]] = defaultdict(list)
    for place, options in offers.items():
        like = rows.ground.items[place].like
        if like is not None and rows.apart(place) > 0:
            groups[like] += [(option[0], (place, option, 1)) for option in options if option[0] >= 0]
    for like in sorted(like for like, starts in groups.items() if starts):
        starts = sorted(groups[like])
        apart = rows.apart(starts[0][1][0])
        end = 0
        for begin, (day, _term) in enumerate(starts):
            if begin and starts[begin - 1][0] == day:
                continue
            before = end
            while end < len(starts) and starts[end][0] < day + apart:
                end += 1
            window = tuple(term for _day, term in starts[begin:end])
            if end > before and len({term[0] for term in window}) > 1:
                yield Tie(window, 1, plain=True)


def _ordered(ground: Ground, offers: Offers) -> Iterator[Tie]:
    """By each day on which the later one may have begun, the earlier one has begun early enough; and it falls with the earlier."""
    for later, options in offers.items():
        for earlier, apart in ground.earlier[later]:
            if earlier in offers:
                yield from _pair(earlier, offers[earlier], later, options, apart)


def _pair(earlier: int, firsts: Sequence[Spot], later: int, seconds: Sequence[Spot], apart: int) -> Iterator[Tie]:
    led = [(earlier, option, -1) for option in firsts if option[0] != FALL[0]]
    follows = [(later, option, 1) for option in seconds if option[0] != FALL[0]]
    if FALL in firsts and follows:
        yield Tie((*follows, *led), 0)
    for day, _same in groupby(sorted(option[0] for option in seconds if option[0] >= 0)):
        begun = tuple(term for term in follows if 0 <= term[1][0] <= day)
        early = tuple(term for term in led if term[1][0] <= BEYOND[0] or 0 <= term[1][0] <= day - apart)
        if len(early) < len(led) or FALL in firsts:
            yield Tie((*begun, *early), 0)


def components(offers: Offers, bound: Sequence[Tie]) -> list[tuple[int, ...]]:
    """The items that hang together, each group and the groups in ascending order."""
    root = {place: place for place in offers}

    def find(place: int) -> int:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    for tie in bound:
        first = find(tie.terms[0][0])
        for place, _option, _amount in tie.terms:
            other = find(place)
            if other != first:
                first, other = min(first, other), max(first, other)
                root[other] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for place in sorted(offers):
        groups[find(place)].append(place)
    return [tuple(group) for group in groups.values()]
