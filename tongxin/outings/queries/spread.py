"""How a union's outings spread over the year, and where there is room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tongxin.activities.models import Activity
from tongxin.core.calendar.days import day_kind
from tongxin.core.figures import percent
from tongxin.org.access import below
from tongxin.org.models import Unit
from tongxin.org.queries.heads import heads
from tongxin.outings.models import Outing
from tongxin.outings.queries.listing import application_of, of_year
from tongxin.outings.rules.life import APPLIED, APPROVED, CLOSED
from tongxin.outings.rules.spread import crowd, halves, share_out
from tongxin.restrictions.queries.standing import standing
from tongxin.restrictions.rules.findings import findings
from tongxin.restrictions.rules.limits import Event, Limits

State = Activity.State
LIVING = (State.PLANNED, State.PUBLISHED, State.UNDER_WAY, State.POSTPONED, State.IDEA)


@dataclass(frozen=True)
class Mark:
    """An outing in its month: `kind` held, approved, applied, planned or off."""

    pk: int
    day: date
    kind: str
    has_application: bool


@dataclass(frozen=True)
class UnitYear:
    """A unit's line: its months, those without a day, and free weekends where it has none held or let go yet."""

    unit: Unit
    months: tuple[tuple[Mark, ...], ...]
    undated: tuple[int, ...]
    kind: str
    people: int
    free: tuple[tuple[date, int], ...]


@dataclass(frozen=True)
class Spread:
    """The page. `busiest` is the month with most outings that were or are to be held."""

    year: int
    lines: tuple[UnitYear, ...]
    held: int
    planned: int
    first_half: int
    second_half: int
    busiest: int | None
    without: int

    @property
    def completion(self) -> str:
        """Held among planned, in words."""
        return percent(Fraction(self.held, self.planned) if self.planned else None)

    @property
    def second_share(self) -> str:
        """The share held from July on, in words."""
        total = self.first_half + self.second_half
        return percent(Fraction(self.second_half, total) if total else None)


def spread(paths: tuple[str, ...], year: int, today: date) -> Spread:
    """All branches below `paths`, and every unit that has an outing. Six queries."""
    rows = list(of_year(paths, year))
    branches = Unit.objects.filter(below(paths, "path"), kind=Unit.Kind.BRANCH, closed_on=None)
    units = {unit.pk: unit for unit in branches} | {row.unit_id: row.unit for row in rows}
    ordered = sorted(units.values(), key=lambda unit: (unit.kind != Unit.Kind.BRANCH, unit.order, unit.name_key))
    staff = heads(ordered).staff
    going = [row for row in rows if row.state in (*LIVING, State.DONE)]
    taken = crowd(row.day for row in going if row.day)
    limits = [each.limits for each in standing(max(today, date(year, 1, 1)), date(year, 12, 31), paths=paths)]
    by_unit = {unit.pk: [row for row in rows if row.unit_id == unit.pk] for unit in ordered}
    wanting = [unit for unit in ordered if _wants(by_unit[unit.pk], year, today)]
    heads_ = {unit.pk: next((row.expected for row in by_unit[unit.pk] if row.expected), None) for unit in wanting}
    doors = [_open(unit, heads_[unit.pk] or staff.get(unit.pk, 0), limits, today) for unit in wanting]
    free = share_out(doors, max(today, date(year, 1, 1)), date(year, 12, 31), taken)
    offered = {unit.pk: tuple(days) for unit, days in zip(wanting, free, strict=True)}
    lines = tuple(_line(unit, by_unit[unit.pk], staff.get(unit.pk, 0), offered.get(unit.pk, ())) for unit in ordered)
    held = [row.held_on for row in rows if row.held_on]
    first, second = halves(held)
    months = Counter(row.day.month for row in going if row.day)
    return Spread(
        year, lines, len(held), len([row for row in rows if row.state != State.IDEA]), first, second,
        min(months, key=lambda month: (-months[month], month)) if months else None,
        sum(1 for line in lines if line.kind == "none"),
    )  # fmt: skip


def _line(unit: Unit, rows: Sequence[Activity], people: int, free: tuple[tuple[date, int], ...]) -> UnitYear:
    marks = [Mark(row.pk, row.day, _kind(row), application_of(row) is not None) for row in rows if row.day]
    months = tuple(tuple(mark for mark in marks if mark.day.month == month) for month in range(1, 13))
    undated = tuple(row.pk for row in rows if not row.day)
    kind = _best(rows)
    return UnitYear(unit, months, undated, "none" if kind == "off" else kind, people, free)


def _wants(rows: Sequence[Activity], year: int, today: date) -> bool:
    """Whether the unit has still to find a weekend of that year."""
    return year >= today.year and _best(rows) in ("none", "off", "planned")


def _best(rows: Sequence[Activity]) -> str:
    return min((_kind(row) for row in rows), key=ORDER.index, default="none")


def _open(unit: Unit, people: int, limits: Sequence[Limits], today: date) -> Callable[[date], bool]:
    """Whether a Saturday is no workday in exchange, and no restriction that blocks meets a trip in the city on it."""

    def open_on(day: date) -> bool:
        event = Event(day, day, False, people, False, "city", "", (unit.path or "\0",))
        return not day_kind(day).is_workday and not any(each.block for each in findings(event, limits, today))

    return open_on


ORDER = ("held", "approved", "applied", "planned", "off", "none")


def _kind(row: Activity) -> str:
    if row.state == State.DONE:
        return "held"
    if row.state == State.CANCELLED:
        return "off"
    outing: Outing | None = application_of(row)
    state = outing.state if outing else ""
    return "approved" if state in (APPROVED, CLOSED) else "applied" if state == APPLIED else "planned"
