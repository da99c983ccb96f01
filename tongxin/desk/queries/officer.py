"""The officer's home: what waits, the week, the numbers of the year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from tongxin.activities.access import activities_for
from tongxin.activities.models import Activity
from tongxin.core import clock
from tongxin.core.calendar import festivals
from tongxin.core.periods import Period
from tongxin.core.todos import Todo, waiting
from tongxin.org.access import units_for
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.plan.models import AnnualPlan
from tongxin.report.queries.figures import compute_all
from tongxin.report.queries.unit_words import counted

KEYS = (
    "activities.held",
    "activities.planned",
    "activities.completion",
    "activities.participations",
    "org.members",
    "org.branches",
)


@dataclass(frozen=True)
class Bundle:
    """To-dos of one urgency, with the minutes they cost together."""

    label: str
    todos: tuple[Todo, ...]

    @property
    def minutes(self) -> int:
        """What they cost together."""
        return sum(todo.minutes for todo in self.todos)


@dataclass(frozen=True)
class Day:
    """A day of the week and what lies on it."""

    day: date
    today: bool
    names: tuple[str, ...]
    activities: tuple[Activity, ...]


@dataclass(frozen=True)
class Number:
    """A figure as the home shows it."""

    key: str
    label: str
    value: str
    unit: str


@dataclass(frozen=True)
class OfficerHome:
    """All that the page shows. `unit` is the highest unit the officer has a post for; `year` the year in view."""

    bundles: tuple[Bundle, ...]
    week: tuple[Day, ...]
    unit: Unit | None
    year: int
    numbers: tuple[Number, ...]

    @property
    def count(self) -> int:
        """How many things wait."""
        return sum(len(bundle.todos) for bundle in self.bundles)

    @property
    def minutes(self) -> int:
        """What all of it costs."""
        return sum(bundle.minutes for bundle in self.bundles)

    @property
    def urgent(self) -> Bundle:
        """What is due today or was due before."""
        late, now = self.bundles[:2]
        return Bundle("", late.todos + now.todos)


def officer_home(actor: Actor, now: datetime) -> OfficerHome:
    """The page of an officer under the office hat, in a number of queries that does not grow with the records."""
    today = clock.today(now)
    unit = own_unit(actor)
    year = year_in_view(actor, today)
    numbers = _numbers(actor, unit, year) if unit is not None else ()
    return OfficerHome(_bundles(waiting(actor, now, office=True), today), _week(actor, today), unit, year, numbers)


def own_unit(actor: Actor) -> Unit | None:
    """The highest unit the officer has a post for."""
    paths = sorted({grant.path for grant in actor.grants}, key=len)
    return Unit.objects.filter(path=paths[0]).first() if paths else None


def year_in_view(actor: Actor, today: date) -> int:
    """This year once its plan is approved, else the newest year that something was held in."""
    seen = activities_for(actor)
    approved = AnnualPlan.objects.filter(year=today.year, state=AnnualPlan.State.APPROVED)
    if approved.filter(unit__in=units_for(actor)).exists():
        return today.year
    held = seen.filter(state=Activity.State.DONE, year__lte=today.year).order_by("-year")
    return held.values_list("year", flat=True).first() or today.year


def _numbers(actor: Actor, unit: Unit, year: int) -> tuple[Number, ...]:
    """The figures that matter most, as far as the officer may read them; `—` where there is nothing to divide by."""
    rows = compute_all(unit, Period.of_year(year), actor, keys=KEYS)
    return tuple(
        Number(row.key, str(row.figure.label), counted(row, row.value), "")
        if row.is_share or row.is_money
        else Number(row.key, str(row.figure.label), str(row.value), str(row.figure.unit))
        for row in rows
    )


def _bundles(todos: list[Todo], today: date) -> tuple[Bundle, ...]:
    week_end = today + timedelta(days=6 - today.weekday())
    late = tuple(todo for todo in todos if todo.due and todo.due < today)
    now = tuple(todo for todo in todos if todo.due == today)
    soon = tuple(todo for todo in todos if todo.due and today < todo.due <= week_end)
    later = tuple(todo for todo in todos if not todo.due or todo.due > week_end)
    return Bundle(_("已过期"), late), Bundle(_("今天到期"), now), Bundle(_("本周"), soon), Bundle(_("不急"), later)


def _week(actor: Actor, today: date) -> tuple[Day, ...]:
    monday = today - timedelta(days=today.weekday())
    days = [monday + timedelta(days=number) for number in range(7)]
    found: dict[Any, list[Activity]] = {}
    rows = activities_for(actor).filter(starts_on__range=(days[0], days[-1])).select_related("category")
    for activity in rows.order_by("starts_at", "id")[:50]:
        found.setdefault(activity.starts_on, []).append(activity)
    named = {feast.day: feast.label for feast in festivals(days[0].year) + festivals(days[-1].year)}
    return tuple(
        Day(day, day == today, (named[day],) if day in named else (), tuple(found.get(day, ()))) for day in days
    )
