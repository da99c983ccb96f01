"""Units in the order of their tree, from their paths alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Protocol, TypeVar


class Placed(Protocol):
    """Anything with an id and a path of ids."""

    pk: Any
    path: Any


P = TypeVar("P", bound=Placed)


def steps(path: str | None) -> list[int]:
    """`1.4.9.` → `[1, 4, 9]`."""
    return [int(step) for step in (path or "").split(".") if step]


def children_of(things: Iterable[P]) -> tuple[list[P], dict[int, list[P]]]:
    """The roots, and under each id its children; who has no ancestor among `things` is a root. The order is kept."""
    things = list(things)
    known = {thing.pk for thing in things}
    roots: list[P] = []
    children: dict[int, list[P]] = defaultdict(list)
    for thing in things:
        above = next((step for step in reversed(steps(thing.path)[:-1]) if step in known), None)
        (roots if above is None else children[above]).append(thing)
    return roots, children


def in_tree_order(things: Iterable[P]) -> Iterator[tuple[int, P]]:
    """Each thing with its depth, every parent before its children, neighbours as given."""
    roots, children = children_of(things)
    waiting = [(0, root) for root in reversed(roots)]
    while waiting:
        depth, thing = waiting.pop()
        yield depth, thing
        waiting += [(depth + 1, child) for child in reversed(children[thing.pk])]


def add_up(things: Iterable[P], counts: dict[int, int]) -> dict[int, int]:
    """For each thing the sum of the counts of it and all below it."""
    total: dict[int, int] = defaultdict(int)
    for thing in things:
        for step in steps(thing.path):
            total[step] += counts.get(thing.pk, 0)
    return total
