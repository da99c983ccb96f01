"""The facts of a year's activities, to be gone through quickly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator

from tongxin.activities.access import activities_to_run
from tongxin.activities.models import Activity
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.planner.queries.gather import Known, gather
from tongxin.planner.rules.standing import FREE

PER_PAGE = 40


@dataclass(frozen=True)
class Guessed:
    """An activity with what is told and guessed of it; `changes` where the reader may tell."""

    known: Known
    officer: str
    changes: bool


def facts_table(actor: Actor, unit: Unit, year: int, now: datetime, number: str | None) -> Page[Guessed]:
    """A page of the activities that can still move, the nearest first."""
    found = gather(unit, year, now)
    free = [one for one in found.known if one.stood.part == FREE]
    free.sort(key=lambda one: (one.stood.day is None, one.stood.day or 0, one.activity.pk))
    ids = [one.activity.pk for one in free]
    mine = set(activities_to_run(actor).filter(pk__in=ids).values_list("pk", flat=True))
    rows = [Guessed(one, found.names.officers.get(one.officer or 0, ""), one.activity.pk in mine) for one in free]
    return Paginator(rows, PER_PAGE).get_page(number)


def facts_of_one(activity: Activity, now: datetime) -> Guessed | None:
    """One activity with what is told and guessed of it; None where it can no longer move."""
    found = gather(activity.unit, activity.year, now)
    known = next((one for one in found.known if one.activity.pk == activity.pk and one.stood.part == FREE), None)
    if known is None:
        return None
    return Guessed(known, found.names.officers.get(known.officer or 0, ""), changes=True)
