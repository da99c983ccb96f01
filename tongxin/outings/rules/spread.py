"""Outings over the year: which weekends are free, which half they fall in. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

SATURDAY = 5


def weekend_of(day: date) -> date:
    """The Saturday of the week a day lies in."""
    return day + timedelta(days=SATURDAY - day.weekday())


def saturdays(first: date, last: date) -> Iterator[date]:
    """Every Saturday from `first` to `last`."""
    day = first + timedelta(days=(SATURDAY - first.weekday()) % 7)
    while day <= last:
        yield day
        day += timedelta(days=7)


def crowd(days: Iterable[date]) -> Counter[date]:
    """How many outings fall into each weekend's week, by its Saturday."""
    return Counter(weekend_of(day) for day in days)


def free_weekends(
    first: date, last: date, taken: Counter[date], open_on: Callable[[date], bool], most: int = 3
) -> list[tuple[date, int]]:
    """Up to `most` Saturdays that are open, those with the fewest other outings first, the nearer before the later.

    `open_on` says whether a day may be used at all (no workday in exchange, no restriction). Each with the number of others.
    """
    found = [(taken[day], day) for day in saturdays(first, last) if open_on(day)]
    return [(day, others) for others, day in sorted(found)[:most]]


def share_out(
    wanting: Sequence[Callable[[date], bool]], first: date, last: date, taken: Counter[date], most: int = 3
) -> list[list[tuple[date, int]]]:
    """Free weekends for each of several units (its `open_on`), so that they do not all get the same one.

    A weekend offered first to one unit counts as taken for the next; the numbers told are those of real outings.
    """
    likely, shared = Counter(taken), []
    for open_on in wanting:
        found = free_weekends(first, last, likely, open_on, most)
        likely.update(day for day, _others in found[:1])
        shared.append([(day, taken[day]) for day, _others in found])
    return shared


def halves(days: Iterable[date]) -> tuple[int, int]:
    """How many fall before July and how many from July on."""
    counted = Counter(day.month > 6 for day in days)
    return counted[False], counted[True]
