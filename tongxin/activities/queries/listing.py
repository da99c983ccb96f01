"""The officer's list of a year's activities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce

from tongxin.activities.access import activities_for
from tongxin.activities.models import Activity, Category, Change, Organiser
from tongxin.activities.words import SHAPES
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.ui.words import listed

PER_PAGE = 50
SORTS = {"title": "title", "planned": "planned_on", "day": "on", "persons": "persons", "state": "state"}


@dataclass(frozen=True)
class Filters:
    """What is asked for; empty values filter nothing. `unit` takes the unit with all below it, and what it organises."""

    year: int
    category: Category | None = None
    unit: Unit | None = None
    state: str = ""
    mode: str = ""
    words: str = ""
    sort: str = ""


@dataclass(frozen=True)
class Row:
    """A line of the table. `late` is the days between the plan and the day it is or was held."""

    pk: int
    title: str
    seal: str
    tone: str
    category: str
    organisers: str
    planned_on: date | None
    planned_words: str
    day: date | None
    late: int | None
    mode: str
    heads: int | None
    done: bool
    shape: str
    state: str
    reason: str
    owner: str = ""
    group: str = ""
    place: str = ""
    person_times: int | None = None
    outcome: str = ""


def listing(actor: Actor, filters: Filters, page: str | int = 1) -> tuple[Page[Activity], list[Row]]:
    """A page of 50 with its rows. Four queries."""
    shown = Paginator(found(actor, filters), PER_PAGE).get_page(page)
    return shown, [row_of(activity) for activity in shown.object_list]


def found(actor: Actor, filters: Filters) -> QuerySet[Activity]:
    """All that the actor may see and the filters let through, in the order asked for."""
    rows = activities_for(actor).filter(_asked(filters), year=filters.year)
    last = Change.objects.filter(activity=OuterRef("pk")).order_by("-at", "-id")
    rows = rows.annotate(
        on=Coalesce("held_on", "starts_on"),
        last_reason=Subquery(last.values("reason")[:1]),
        last_words=Subquery(last.values("words")[:1]),
    )
    named = Prefetch("organisers", Organiser.objects.select_related("unit"))
    return rows.select_related("category", "group", "unit").prefetch_related(named).order_by(*_order(filters.sort))


def years(actor: Actor) -> list[int]:
    """Years that have activities the actor may see, the latest first."""
    return list(activities_for(actor).order_by("-year").values_list("year", flat=True).distinct())


def year_with_any(known: list[int], today: date) -> int:
    """This year; where it has nothing yet, the newest before it that has."""
    return today.year if today.year in known else next((year for year in known if year < today.year), today.year)


def row_of(activity: Activity) -> Row:
    """The line of an activity that `found` brought."""
    named = [each.unit.called for each in activity.organisers.all() if each.counts]
    day, planned = activity.day, activity.planned_on
    done = activity.state == Activity.State.DONE
    return Row(
        pk=activity.pk, title=activity.title, seal=activity.category.seal, tone=activity.category.tone,
        category=activity.category.label, organisers=listed(named), planned_on=planned, planned_words=activity.planned_words,
        day=day, late=(day - planned).days if day and planned and day != planned else None,
        mode=str(activity.get_mode_display()), heads=activity.persons if done else activity.expected, done=done,
        shape=SHAPES[activity.state], state=str(activity.get_state_display()), reason=_reason(activity),
        owner=activity.unit.called, group=activity.group.label if activity.group else "", place=activity.place,
        person_times=activity.person_times, outcome=activity.outcome,
    )  # fmt: skip


def _reason(activity: Activity) -> str:
    code, words = getattr(activity, "last_reason", None), getattr(activity, "last_words", None)
    return words or (str(Change.Reason(code).label) if code else "")


def _asked(filters: Filters) -> Q:
    asked = Q()
    if filters.category:
        asked &= Q(category=filters.category)
    if filters.unit:
        path = filters.unit.path or "\0"
        part = Organiser.objects.filter(activity=OuterRef("pk"), unit__path__startswith=path)
        asked &= Q(unit__path__startswith=path) | Q(Exists(part))
    if filters.state:
        asked &= Q(state=filters.state)
    if filters.mode:
        asked &= Q(mode=filters.mode)
    if filters.words:
        asked &= Q(title__icontains=filters.words) | Q(place__icontains=filters.words)
    return asked


def _order(sort: str) -> tuple[OrderBy, str]:
    """What has no value comes last either way."""
    by = F(SORTS.get(sort.removeprefix("-"), "on"))
    return (by.desc(nulls_last=True), "-id") if sort.startswith("-") else (by.asc(nulls_last=True), "id")
