"""Which figure of the year a line is drawn as: ring = planned, dot = held. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tongxin.plan.rules.fate import HELD, Fate


@dataclass(frozen=True)
class Figure:
    """`shape`: on (dot in its ring), at (dot), to (dashed ring), off (slashed ring), ring; `day` where it stands,
    `ring` the planned day it has left behind, if any."""

    shape: str
    day: date
    ring: date | None = None


def figure_of(year: int, fate: Fate | None, planned: date | None, now: date | None, *, shift: int = 0) -> Figure | None:
    """The figure of a line in `year`; None where it has no day at all. `fate` None: added after the plan.

    What was carried past the year stands dashed at its end, what is postponed without a day stays an empty ring.
    """
    last = date(year, 12, 31)
    left_behind = planned if shift and planned else None
    if fate in (Fate.CANCELLED, Fate.MERGED):
        return _at("off", planned or now, None, year)
    if fate == Fate.CARRIED:
        return _at("to", last, planned, year)
    if fate in HELD:
        return _at("at" if left_behind else "on", now, left_behind, year)
    if fate == Fate.POSTPONED and now is None:
        return _at("ring", planned, None, year)
    return _at("to", now or planned, left_behind, year)


def added_figure(year: int, state: str, now: date | None) -> Figure | None:
    """The figure of what the plan does not have: a dot without a ring when held, dashed while to come."""
    shape = {"done": "at", "cancelled": "off", "merged": "off"}.get(state, "to")
    return _at(shape, now, None, year)


def _at(shape: str, day: date | None, ring: date | None, year: int) -> Figure | None:
    if day is None:
        return None
    first, last = date(year, 1, 1), date(year, 12, 31)
    inside = min(max(day, first), last)
    return Figure(shape, inside, ring if ring and first <= ring <= last and ring != inside else None)
