"""Which point serves whom."""

from __future__ import annotations

from collections.abc import Iterable

from tongxin.collecting.models import Point


def serves(points: Iterable[Point], path: str | None) -> list[Point]:
    """The points for somebody of the unit at that path: those of the own units or of units above, else those for everybody.
    `points` come with their units; where none serves the unit, all do."""
    every = list(points)
    near = [point for point in every if any((path or "").startswith(unit.path or "-") for unit in point.units.all())]
    return near or [point for point in every if not point.units.all()] or every
