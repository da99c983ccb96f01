"""The outings of a year, for those who run or read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from tongxin.activities.access import within
from tongxin.activities.models import Activity
from tongxin.activities.queries.outings import OUTING
from tongxin.activities.words import SHAPES as LIVES
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import ACTIVITIES_READ
from tongxin.outings.models import Outing
from tongxin.outings.words import SHAPES

State = Activity.State


@dataclass(frozen=True)
class Line:
    """An outing of the list: its application (`applied`) and its life (`life`), each with shape and word."""

    pk: int
    unit: str
    title: str
    day: date | None
    place: str
    heads: int | None
    done: bool
    has_application: bool
    shape: str
    state: str
    life_shape: str
    life: str


def listing(actor: Actor, year: int) -> list[Line]:
    """All outings of the year in the actor's units, by their days. One query."""
    return [_line(activity) for activity in of_year(actor.paths(ACTIVITIES_READ), year)]


def of_year(paths: tuple[str, ...], year: int) -> QuerySet[Activity]:
    """The outings of a year below these paths, with their applications."""
    rows = Activity.objects.filter(within(paths), year=year, category__code=OUTING).exclude(state=State.MERGED)
    return rows.select_related("unit", "outing").order_by("starts_on", "unit__path", "pk")


def years(actor: Actor) -> list[int]:
    """Years with outings in the actor's units, the latest first. One query."""
    rows = Activity.objects.filter(within(actor.paths(ACTIVITIES_READ)), category__code=OUTING)
    return list(rows.order_by("-year").values_list("year", flat=True).distinct())


def application_of(activity: Activity) -> Outing | None:
    """The application, where there is one already."""
    return getattr(activity, "outing", None)


def _line(activity: Activity) -> Line:
    outing, done = application_of(activity), activity.state == State.DONE
    return Line(
        pk=activity.pk, unit=activity.unit.called, title=activity.title, day=activity.day,
        place=(outing.destination if outing else "") or activity.place,
        heads=activity.persons if done else (outing.headcount if outing else activity.expected), done=done,
        has_application=outing is not None, shape=SHAPES[outing.state] if outing else "draft",
        state=str(outing.get_state_display()) if outing else "", life_shape=LIVES[activity.state],
        life=str(activity.get_state_display()),
    )  # fmt: skip
