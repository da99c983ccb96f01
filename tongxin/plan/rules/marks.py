"""Which figure of the year a line is drawn as: ring = planned, dot = held. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tongxin.plan.rules.fate import HELD, Fate


@dataclass(frozen=True)
class Figure:
    """`shape`: on (dot in its ring), at (dot), to (dashed ring), moved (half ring), off (slashed ring); `day` where it stands,
    `ring` the planned day it has left behind, if any."""

    shape: str
    day: date
    ring: date | None = None


def figure_of(year: int, fate: Fate | None, planned: date | None, now: date | None, *, shift: int = 0) -> Figure | None:
    """The figure of a line in `year`; None where it has no day at all. `fate` None: added after the plan.

    What was carried past the year stands at its end, what is postponed without a day stays on its planned one: both half
    rings. The same shapes stand before the words in tables (`words.shape_of`).
    """
    last = date(year, 12, 31)
    left_behind = planned if shift and planned else None
    if fate in (Fate.CANCELLED, Fate.MERGED):
        return _at("off", planned or now, None, year)
    if fate == Fate.CARRIED:
        return _at("moved", last, planned, year)
    if fate in HELD:
        return _at("at" if left_behind else "on", now, left_behind, year)
    if fate == Fate.POSTPONED:
        return _at("moved", now or planned, left_behind if now else None, year)
    return _at("to", now or planned, left_behind, year)


def added_figure(year: int, state: str, now: date | None) -> Figure | None:
    """The figure of what the plan does not have: a dot without a ring when held, dashed while to come."""
    return _at(added_shape(state), now, None, year)


def added_shape(state: str) -> str:
    """The shape of what the plan does not have."""
    return {"done": "at", "cancelled": "off", "merged": "off", "postponed": "moved"}.get(state, "to")


def _at(shape: str, day: date | None, ring: date | None, year: int) -> Figure | None:
    if day is None:
        return None
    first, last = date(year, 1, 1), date(year, 12, 31)
    inside = min(max(day, first), last)
    return Figure(shape, inside, ring if ring and first <= ring <= last and ring != inside else None)
