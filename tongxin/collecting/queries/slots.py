"""Time slots: whose is which, and how full they are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from tongxin.collecting.models import Point, Window
from tongxin.collecting.queries.serving import serves
from tongxin.core.clock import local
from tongxin.places.models import Place
from tongxin.places.models.place import LIVE
from tongxin.ui.words import day as day_words
from tongxin.ui.words import hour
from tongxin.welfare.models import Entitled, Round


@dataclass(frozen=True)
class Slot:
    """A time slot that somebody chose: where and when."""

    window: int
    point: int
    starts_at: datetime
    ends_at: datetime

    @property
    def hours(self) -> str:
        """`8:00-9:00`."""
        return f"{hour(local(self.starts_at))}-{hour(local(self.ends_at))}"

    @property
    def words(self) -> str:
        """`10月22日 周四 8:00-9:00`."""
        return f"{day_words(self.starts_at)} {self.hours}"


@dataclass(frozen=True)
class Offered:
    """A slot as a person chooses it: how many places are left (None: as many as come), whether it is the own, whether over."""

    slot: Slot
    point: str
    place: str
    left: int | None
    mine: bool
    over: bool

    @property
    def closed(self) -> bool:
        """Whether it cannot be chosen now."""
        return self.over or (self.left == 0 and not self.mine)


def slots_of_people(round: Round, people: Collection[int] | None = None) -> dict[int, Slot]:
    """The slots that these people (all: None) chose, by person. One query."""
    rows = Place.objects.filter(pool__window__point__round=round, state__in=LIVE).order_by()
    if people is not None:
        rows = rows.filter(person__in=people)
    names = ("pool__window", "pool__window__point", "pool__window__starts_at", "pool__window__ends_at")
    return {row[0]: Slot(*row[1:]) for row in rows.values_list("person", *names)}


def offered_to(own: Entitled, now: datetime) -> list[Offered]:
    """The slots of the points that serve the person, in order of time. Four queries."""
    mine = slots_of_people(own.round, [own.person_id]).get(own.person_id)
    points = Point.objects.filter(round=own.round).prefetch_related("units")
    here = {point.pk: point for point in serves(points, own.unit.path if own.unit else "")}
    rows = Window.objects.filter(point__in=here).select_related("pool").order_by("starts_at", "point__order", "pk")
    return [_offered(window, here[window.point_id], mine, now) for window in rows]


def _offered(window: Window, point: Point, mine: Slot | None, now: datetime) -> Offered:
    slot = Slot(window.pk, point.pk, window.starts_at, window.ends_at)
    left = window.pool.free if window.pool else None
    return Offered(
        slot, point.name, point.place, left, mine is not None and mine.window == window.pk, window.ends_at <= now
    )
