"""Pick-up points with their time slots, for who runs the round and for who asks where to go."""

from __future__ import annotations

from dataclasses import dataclass

from tongxin.collecting.models import Point, Window
from tongxin.collecting.queries.slots import Slot
from tongxin.org.models import Unit
from tongxin.welfare.models import Entitled, Round


@dataclass(frozen=True)
class Timed:
    """A time slot with how many come, of how many (None: as many as come)."""

    slot: Slot
    taken: int
    heads: int | None


@dataclass(frozen=True)
class PointPage:
    """A point, whom it serves, and its slots by day."""

    point: Point
    units: list[str]
    slots: list[Timed]


def points_of(round: Round) -> list[PointPage]:
    """The points in their order. Three queries."""
    points = Point.objects.filter(round=round).prefetch_related("units")
    windows: dict[int, list[Timed]] = {}
    for window in Window.objects.filter(point__round=round).select_related("pool"):
        windows.setdefault(window.point_id, []).append(_timed(window))
    return [
        PointPage(point, [unit.called for unit in point.units.all()], windows.get(point.pk, [])) for point in points
    ]


def units_to_serve(round: Round) -> list[Unit]:
    """The units that a point may be for: those of the people of the round."""
    rows = Entitled.objects.filter(round=round).order_by().values("unit")
    return list(Unit.objects.filter(pk__in=rows).order_by("path"))


def _timed(window: Window) -> Timed:
    slot = Slot(window.pk, window.point_id, window.starts_at, window.ends_at)
    taken, heads = (window.pool.taken, window.pool.capacity) if window.pool else (0, None)
    return Timed(slot, taken, heads)
