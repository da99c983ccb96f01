"""What `gather` reads from the database: a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Prefetch, Q

from tongxin.activities.models import Activity, Change, Organiser
from tongxin.activities.queries.scope import of_unit
from tongxin.core.clock import today as day_of
from tongxin.org.models import Person, Placement, Post, Unit
from tongxin.org.queries.placed import in_force
from tongxin.org.queries.units import union_of
from tongxin.plan.models import AnnualPlan, BaselineItem
from tongxin.plan.queries.festivals import YearCalendar, year_calendar
from tongxin.planner.models import PlannerSettings, QuarterBudget, TermSpan
from tongxin.planner.rules.guess import OUTING
from tongxin.planner.rules.standing import OUT, Stood, stands, stood
from tongxin.restrictions.models import Restriction

LEADS = (Organiser.Role.RUN, Organiser.Role.JOINT)
IN_CHARGE = (Post.Kind.OFFICE, Post.Kind.CHAIR, Post.Kind.VICE_CHAIR)


@dataclass(frozen=True)
class Read:
    """Rows of a unit's year."""

    union: Unit
    settings: PlannerSettings
    calendar: YearCalendar
    spans: tuple[TermSpan, ...]
    activities: tuple[Activity, ...]
    changes: Mapping[int, list[Change]]
    in_plan: frozenset[int] | None
    posts: Mapping[int, list[Post]]
    told: Mapping[int, str]
    members: Mapping[int, int]
    restrictions: tuple[Restriction, ...]
    budgets: tuple[QuarterBudget, ...]

    def standing(self, activity: Activity, year: int, moment: datetime, today: date, *, looking_back: bool) -> Stood:
        """How the activity stands; looking back, only what was in the approved plan is known."""
        if not looking_back:
            return stands(activity, year, today)
        if self.in_plan is not None and activity.pk not in self.in_plan:
            return Stood(OUT)
        return stood(activity, self.changes.get(activity.pk, ()), year, moment, today)

    def units_of(self, activity: Activity) -> tuple[Unit, ...]:
        """The units that are busy with it: who runs it, else its owner."""
        leads = tuple(one.unit for one in activity.organisers.all() if one.role in LEADS)
        return leads or (activity.unit,)

    def officer_of(self, activity: Activity, units: Iterable[Unit]) -> int | None:
        """Who is taken to see to it: the chair or office of the first unit that runs it, else of its owner."""
        for unit in (*units, activity.unit):
            if posts := self.posts.get(unit.pk):
                return posts[0].person_id
        return None

    def full_time(self) -> frozenset[int]:
        """Officers of the union's own office."""
        return frozenset(one.person_id for one in self.posts.get(self.union.pk, ()) if one.kind == Post.Kind.OFFICE)

    def people(self, ids: Iterable[int | None]) -> dict[int, str]:
        """Names of officers."""
        names = {one.person_id: one.person.name for posts in self.posts.values() for one in posts} | dict(self.told)
        return {one: names[one] for one in sorted({one for one in ids if one is not None}) if one in names}


def read(unit: Unit, year: int, moment: datetime, *, looking_back: bool) -> Read:
    """Everything that a plan of the unit's year depends on."""
    union = union_of(unit)
    activities = tuple(_activities(unit, year, looking_back))
    units = {one.unit_id for one in activities} | {part.unit_id for one in activities for part in one.organisers.all()}
    today = day_of(moment)
    officers = {one.planning.officer_id for one in activities if hasattr(one, "planning") and one.planning.officer_id}
    return Read(
        union=union,
        settings=settings_of(union),
        calendar=year_calendar(year),
        spans=tuple(spans_of(union, year)),
        activities=activities,
        changes=_changes(activities) if looking_back else {},
        in_plan=_baseline(unit, year, today) if looking_back else None,
        posts=_posts(units | {union.pk}, today),
        told=dict(Person.objects.filter(pk__in=officers).values_list("pk", "name")),
        members=_members(activities),
        restrictions=tuple(restrictions_of(unit, year)),
        budgets=tuple(QuarterBudget.objects.filter(unit__in=units, year=year).order_by("unit", "quarter")),
    )


def settings_of(union: Unit) -> PlannerSettings:
    """The union's settings; as a union begins where nobody set any (not saved)."""
    return PlannerSettings.objects.filter(unit=union).first() or PlannerSettings(unit=union)


def spans_of(union: Unit, year: int) -> Iterable[TermSpan]:
    """Spans of the academic year that touch the year, in their order."""
    return TermSpan.objects.filter(unit=union, starts_on__lte=date(year, 12, 31), ends_on__gte=date(year, 1, 1))


def restrictions_of(unit: Unit, year: int) -> Iterable[Restriction]:
    """Restrictions that refuse, declared above the unit, in it, or below, that touch the year; by primary key."""
    above = [int(step) for step in (unit.path or "").split(".") if step]
    return (
        Restriction.objects.filter(
            Q(unit__in=above) | Q(unit__path__startswith=unit.path or ""), severity=Restriction.Severity.BLOCK,
            starts_on__lte=date(year, 12, 31),
        )
        .filter(Q(ends_on=None) | Q(ends_on__gte=date(year, 1, 1)))
        .filter(Q(ended_on=None) | Q(ended_on__gt=date(year, 1, 1)))
        .select_related("unit")
        .prefetch_related("steps", "units")
        .order_by("pk")
    )  # fmt: skip


def _activities(unit: Unit, year: int, looking_back: bool) -> Iterable[Activity]:
    counted = Q(year=year)
    if looking_back:
        counted |= Q(changes__year_before=year)
    parts = Prefetch("organisers", Organiser.objects.select_related("unit").order_by("order", "pk"))
    return (
        of_unit(unit)
        .filter(counted)
        .select_related("unit", "category", "planning")
        .prefetch_related(parts)
        .distinct()
        .order_by("pk")
    )


def _changes(activities: Iterable[Activity]) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = defaultdict(list)
    for one in Change.objects.filter(activity__in=[one.pk for one in activities]).order_by("at", "pk"):
        found[one.activity_id].append(one)
    return found


def _baseline(unit: Unit, year: int, today: date) -> frozenset[int] | None:
    """The activities of the approved plans of the unit and those below; None where nothing was approved by then."""
    plans = AnnualPlan.objects.filter(
        unit__path__startswith=unit.path or "", year=year, state=AnnualPlan.State.APPROVED, approved_on__lte=today
    )
    lines = BaselineItem.objects.filter(plan__in=plans, activity__isnull=False).values_list("activity", flat=True)
    return frozenset(int(one) for one in lines if one) or None


def _posts(units: set[int], today: date) -> dict[int, list[Post]]:
    """Who is in charge of each unit: the office first, then the chair."""
    found: dict[int, list[Post]] = defaultdict(list)
    posts = (
        Post.objects.filter(in_force(today), unit__in=units, kind__in=IN_CHARGE).select_related("person").order_by("pk")
    )
    for post in sorted(posts, key=lambda post: IN_CHARGE.index(Post.Kind(post.kind))):
        found[post.unit_id].append(post)
    return found


def _members(activities: Iterable[Activity]) -> dict[int, int]:
    """How many people belong to each unit that has an outing."""
    units = {one.unit_id for one in activities if one.category.code == OUTING}
    rows = Placement.objects.filter(unit__in=units, until=None).order_by().values_list("unit").annotate(n=Count("pk"))
    return {int(unit): int(count) for unit, count in rows}
