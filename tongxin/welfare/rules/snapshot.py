"""A list drawn up anew over the one that stands: who comes in, who goes, who is written differently. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Placed(NamedTuple):
    """Where a person stood on the day: the unit (None: nowhere), and whether a member in standing."""

    unit: int | None
    member: bool


class Kept(NamedTuple):
    """A row of the list: `added` by hand, beyond the rule."""

    unit: int | None
    member: bool
    added: bool


@dataclass(frozen=True)
class Redrawn:
    """`new` persons to put in, `changed` to be written differently, `gone` to take out; each by person."""

    new: dict[int, Placed]
    changed: dict[int, Placed]
    gone: frozenset[int]


def redraw(fresh: Mapping[int, Placed], kept: Mapping[int, Kept]) -> Redrawn:
    """Who was added by hand stays; struck ones stay struck, for their rows stay."""
    new = {person: placed for person, placed in fresh.items() if person not in kept}
    changed = {
        person: placed
        for person, placed in fresh.items()
        if person in kept and (kept[person].added or placed != (kept[person].unit, kept[person].member))
    }
    gone = frozenset(person for person, row in kept.items() if person not in fresh and not row.added)
    return Redrawn(new, changed, gone)


@dataclass(frozen=True)
class Differences:
    """What has changed since a list was drawn up: persons who `left` it by the rule, who `joined`, who `moved` unit."""

    left: tuple[int, ...]
    joined: tuple[int, ...]
    moved: tuple[int, ...]

    @property
    def count(self) -> int:
        """All of them."""
        return len(self.left) + len(self.joined) + len(self.moved)


def differences(today: Mapping[int, Placed], rows: Mapping[int, Kept], struck: Iterable[int]) -> Differences:
    """Against today's: who was added by hand or struck is no news."""
    out = set(struck)
    left = [person for person, row in rows.items() if person not in today and not row.added and person not in out]
    joined = [person for person in today if person not in rows]
    moved = [
        person
        for person, row in rows.items()
        if person in today and person not in out and today[person].unit != row.unit
    ]
    return Differences(tuple(left), tuple(joined), tuple(moved))
