"""Who of a line gets a seat: strictly in order, seats kept for units first for their own people, groups whole or not at all.

The one decision behind signing up, promotion from the waiting list and the draw.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

K = TypeVar("K")


@dataclass
class Seats:
    """What is free: `open` for everybody (None: without limit), and kept for units by quota."""

    open: int | None
    kept: dict[int, int] = field(default_factory=dict)

    @property
    def none(self) -> bool:
        """Whether nothing at all is free."""
        return self.open == 0 and not any(self.kept.values())


@dataclass(frozen=True)
class Entry:
    """One in the line: a single person or a group. For each person the quotas it may use, the nearest unit's first."""

    key: int
    people: tuple[tuple[int, ...], ...] = ((),)


# For each person of an entry the quota it sits in; None for an open seat.
Seating = tuple[int | None, ...]


def fill(seats: Seats, line: Iterable[Entry]) -> dict[int, Seating]:
    """Seat the line in its order; the seatings by the entries' keys. `seats` is left with what is still free.

    Nobody is passed over: an entry that does not fit holds back the seats it could have used, so that none behind it
    takes them; who needs none of these goes on. Properties: tests/test_properties.py.
    """
    seated: dict[int, Seating] = {}
    for entry in line:
        if seats.none:
            break
        found = _take(seats, entry.people)
        if None not in found:
            seated[entry.key] = tuple(quota or None for quota in found)
    return seated


def _take(seats: Seats, people: Sequence[tuple[int, ...]]) -> list[int | None]:
    """Take a seat for each person as far as there are any: the quota, 0 for an open seat, None for nobody's."""
    return [_one(seats, quotas) for quotas in people]


def _one(seats: Seats, quotas: tuple[int, ...]) -> int | None:
    for quota in quotas:
        if seats.kept.get(quota):
            seats.kept[quota] -= 1
            return quota
    if seats.open is None:
        return 0
    if seats.open:
        seats.open -= 1
        return 0
    return None
