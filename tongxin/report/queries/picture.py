"""A unit's year as findings and drafting see it, in a fixed number of queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from django.db.models import Prefetch, Q

from tongxin.activities.models import Activity, Category, Change, Organiser
from tongxin.activities.queries.scope import held, of_unit
from tongxin.core.figures import Scope
from tongxin.core.periods import Period
from tongxin.goals.models import Directive
from tongxin.org.models import Unit
from tongxin.plan.models import AnnualPlan, WorkItem
from tongxin.plan.queries.work import work_of
from tongxin.report.queries.figures import Row
from tongxin.report.rules.findings import Picture, Undone
from tongxin.welfare.models import Round

GIVEN = (Round.State.HANDING, Round.State.CLOSED)
UNDONE = (WorkItem.State.PLANNED, WorkItem.State.UNDER_WAY, WorkItem.State.NOT_DONE, WorkItem.State.CARRIED)


@dataclass(frozen=True)
class Records:
    """The records that a year's text is written from."""

    held: tuple[Activity, ...] = ()
    outings: tuple[Activity, ...] = ()
    beyond: tuple[Activity, ...] = ()
    work: tuple[WorkItem, ...] = ()
    branches: tuple[Unit, ...] = ()
    categories: tuple[Category, ...] = ()
    plan: AnnualPlan | None = None
    directives: tuple[Directive, ...] = ()
    rounds: tuple[Round, ...] = ()
    active: frozenset[int] = field(default=frozenset())


def records_of(unit: Unit, year: int) -> Records:
    """Everything of the year that a summary of `unit` may tell."""
    done = list(_held(unit, year))
    counted = tuple(activity for activity in done if activity.category.counted)
    running = {organiser.unit_id for activity in counted for organiser in activity.organisers.all() if organiser.counts}
    return Records(
        held=counted,
        outings=tuple(activity for activity in done if not activity.category.counted),
        beyond=tuple(_postponed_beyond(unit, year)),
        work=tuple(work_of(unit).filter(year=year).order_by("due_on", "id")),
        branches=tuple(_branches(unit, year)),
        categories=tuple(Category.objects.filter(in_use=True, counted=True)),
        plan=AnnualPlan.objects.filter(unit=unit, year=year).first(),
        directives=tuple(Directive.objects.filter(unit__path__startswith=unit.path or "", year=year)),
        rounds=tuple(Round.objects.filter(unit__path__startswith=unit.path or "", year=year, state__in=GIVEN)),
        active=frozenset(running),
    )


def _held(unit: Unit, year: int) -> Iterable[Activity]:
    organisers = Prefetch("organisers", Organiser.objects.select_related("unit"))
    mine = held(Scope(unit, Period.of_year(year)))
    return mine.select_related("category", "group").prefetch_related(organisers).order_by("held_on", "id")


def _postponed_beyond(unit: Unit, year: int) -> Iterable[Activity]:
    """Put off during the year (or in the January after it) to a day beyond the year's end, or to no day at all."""
    end = date(year, 12, 31)
    moved = Q(
        changes__kind__in=(Change.Kind.POSTPONED, Change.Kind.MOVED), changes__day_before__lte=date(year + 1, 3, 31)
    )
    moved &= Q(changes__at__date__gte=date(year, 1, 1), changes__at__date__lte=date(year + 1, 1, 31))
    later = Q(starts_on__gt=end) | Q(starts_on=None)
    open_ = Q(state__in=(Activity.State.POSTPONED, Activity.State.PLANNED, Activity.State.PUBLISHED))
    found = of_unit(unit).filter(moved, later, open_, category__counted=True)
    return found.distinct().prefetch_related("changes").order_by("id")


def _branches(unit: Unit, year: int) -> Iterable[Unit]:
    end = date(year, 12, 31)
    lived = Unit.objects.filter(path__startswith=unit.path or "", kind=Unit.Kind.BRANCH).exclude(pk=unit.pk)
    return (branch for branch in lived if branch.exists_on(end))


def picture_of(unit: Unit, year: int, rows: Iterable[Row], records: Records) -> Picture:
    """The same year as numbers: what is counted comes from the figures, so that a finding never differs from its figure."""
    values = {row.key: row for row in rows}
    by_category = {activity.category_id for activity in records.held}
    return Picture(
        planned=_whole(values, "activities.planned"),
        held=_whole(values, "activities.held"),
        reasons=_parts(values, "activities.not_held.by_reason"),
        halves=_halves(records.held),
        outings=_halves(records.outings),
        empty_categories=tuple(c.printed for c in records.categories if c.pk not in by_category)
        if records.held
        else (),
        branches=len(records.branches),
        idle_branches=tuple(branch.name for branch in records.branches if branch.pk not in records.active),
        undone=tuple(_undone(item) for item in records.work if item.state in UNDONE),
        postponed=tuple((activity.title, _reason(activity)) for activity in records.beyond),
        share=_share(values, "activities.completion"),
        assistance=_share(values, "assistance.task_completion"),
        coverage=_share(values, "welfare.coverage"),
        uncounted=tuple(a.title for a in records.held if a.persons is None and a.person_times is None),
    )


def _whole(values: dict[str, Row], key: str) -> int:
    row = values.get(key)
    return int(row.value or 0) if row else 0


def _share(values: dict[str, Row], key: str) -> Fraction | None:
    row = values.get(key)
    return Fraction(row.value) if row and row.value is not None else None


def _parts(values: dict[str, Row], key: str) -> tuple[tuple[str, int], ...]:
    row = values.get(key)
    return tuple((part.key, int(part.value)) for part in row.result.parts if part.value) if row else ()


def _halves(activities: Iterable[Activity]) -> tuple[int, int]:
    halves = Counter(1 if activity.held_on and activity.held_on.month <= 6 else 2 for activity in activities)
    return halves[1], halves[2]


def _undone(item: WorkItem) -> Undone:
    return Undone(item.title, item.share_done, item.kind, item.reason, item.state == WorkItem.State.CARRIED)


def _reason(activity: Activity) -> str:
    last = next((change for change in reversed(activity.changes.all()) if change.kind in ("postponed", "moved")), None)
    return last.reason if last else ""
