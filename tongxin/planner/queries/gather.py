"""A unit's year as the planner reckons with it: facts of its activities, limits, calendar, loads and money."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from fractions import Fraction

from tongxin.activities.models import Activity
from tongxin.core.clock import local
from tongxin.core.clock import today as day_of
from tongxin.org.models import Unit
from tongxin.plan.queries.festivals import YearCalendar
from tongxin.plan.queries.for_planner import is_about
from tongxin.planner import problem
from tongxin.planner.models import PlannerSettings, Proposal, TermSpan
from tongxin.planner.problem import DayKind, Item, Limit, Mode, Order, Year
from tongxin.planner.queries import reading
from tongxin.planner.queries.reading import Read
from tongxin.planner.rules.guess import HOLIDAY, OFF, OUTING, WORK, Sight
from tongxin.planner.rules.places import hall_of
from tongxin.planner.rules.settle import Settled, settle
from tongxin.planner.rules.standing import FIXED, OUT, Stood

KIND_OF = {"work": WORK, "adjusted": WORK, "weekend": OFF, "off": HOLIDAY}
KINDS = {WORK: DayKind.WORKDAY, OFF: DayKind.DAY_OFF, HOLIDAY: DayKind.HOLIDAY}
WEEK = 7
REACHES = {"here": problem.HERE, "city": problem.CITY, "beyond": problem.BEYOND}
MODES = {Mode.ON_SITE: Activity.Mode.ON_SITE, Mode.ONLINE: Activity.Mode.ONLINE}


@dataclass(frozen=True)
class Known:
    """An activity of the year: how it stands, and what is settled of it."""

    activity: Activity
    stood: Stood
    settled: Settled
    officer: int | None
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Names:
    """What the numbers of a year are called."""

    activities: Mapping[int, str] = field(default_factory=dict)
    venues: Mapping[int, str] = field(default_factory=dict)
    officers: Mapping[int, str] = field(default_factory=dict)
    units: Mapping[int, str] = field(default_factory=dict)
    limits: Mapping[int, str] = field(default_factory=dict)
    groups: Mapping[int, str] = field(default_factory=dict)
    spans: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Gathered:
    """The year as the solver takes it, and what stands behind its numbers."""

    year: Year
    known: tuple[Known, ...]
    names: Names
    calendar: YearCalendar
    settings: PlannerSettings


def gather(unit: Unit, year: int, now: datetime, *, as_of: datetime | None = None) -> Gathered:
    """The year of a unit and all below, in a fixed number of queries and a fixed order (by primary key).

    `as_of`: as the plan stood at that moment, with the restrictions and the academic year as they are known now.
    """
    moment = as_of or now
    read = reading.read(unit, year, moment, looking_back=as_of is not None)
    today = day_of(moment)
    known = tuple(_known(read, activity, year, moment, today, as_of is not None) for activity in read.activities)
    known = tuple(one for one in known if one.stood.part != OUT)
    halls = {hall: number for number, hall in enumerate(sorted({_hall(one) for one in known} - {""}))}
    likes = sorted({one.settled.like for one in known} - {""})
    items = tuple(_item(one, halls, likes) for one in known)
    return Gathered(
        Year(
            first=date(year, 1, 1).toordinal(),
            last=date(year, 12, 31).toordinal(),
            now=today.toordinal(),
            kinds=tuple(_kinds(read.calendar, year)),
            items=items,
            orders=tuple(_orders(known)),
            limits=tuple(_limits(read)),
            exams=_spans(read.spans, TermSpan.Kind.EXAM),
            vacations=_vacations(read),
            officers=_loads(read, known),
            budgets={(one.unit_id, one.quarter - 1): one.fen for one in read.budgets},
            spacing={number: _spacing(known, like) for number, like in enumerate(likes)},
            notice=read.settings.notice,
            levels=problem.Levels(second_half=Fraction(read.settings.second_half, 100), factor=read.settings.factor),
            order=order_of(read.settings),
        ),
        known,
        _names(read, known, halls, likes),
        read.calendar,
        read.settings,
    )


def moment_of(proposal: Proposal) -> datetime | None:
    """The morning of the day that a look back is made from."""
    if proposal.as_of is None:
        return None
    day = proposal.as_of
    return local(proposal.asked_at).replace(
        year=day.year, month=day.month, day=day.day, hour=9, minute=0, second=0, microsecond=0
    )


def order_of(settings: PlannerSettings) -> tuple[problem.Aim, ...]:
    """The aims in the office's order; one that is not named comes after those that are."""
    named = [problem.Aim(one) for one in settings.order if one in set(problem.Aim)]
    return tuple(dict.fromkeys([*named, *problem.DEFAULT_ORDER]))


def _known(read: Read, activity: Activity, year: int, moment: datetime, today: date, looking_back: bool) -> Known:
    stood = read.standing(activity, year, moment, today, looking_back=looking_back)
    told = getattr(activity, "planning", None)
    day = stood.day or (activity.planned_on if activity.planned_on and activity.planned_on.year == year else None)
    seen = Sight(
        title=activity.title,
        category=activity.category.code,
        year=year,
        day=day,
        about=is_about(activity.planned_words),
        kind=KIND_OF[read.calendar.kind(day).kind] if day else WORK,
        covers=_covered(read.calendar, day, stood.days),
        hour=activity.starts_at.hour if activity.starts_at else None,
        expected=activity.expected,
        members=read.members.get(activity.unit_id, 0),
        reach=activity.reach,
        in_exams=_within(day, _spans(read.spans, TermSpan.Kind.EXAM), stood.days),
        in_vacation=_within(day, _vacations(read), stood.days),
    )
    units = read.units_of(activity)
    officer = told.officer_id if told and told.officer_id else read.officer_of(activity, units)
    return Known(activity, stood, settle(seen, told), officer, units)


def _covered(calendar: YearCalendar, day: date | None, days: int) -> frozenset[str]:
    """The kinds of the days that it covers; what goes on for a week or more covers days of all kinds."""
    if day is None or days == 1:
        return frozenset()
    if days >= WEEK:
        return frozenset({WORK, OFF, HOLIDAY})
    return frozenset(KIND_OF[calendar.kind(day + timedelta(days=step)).kind] for step in range(days))


def _item(one: Known, halls: Mapping[str, int], likes: list[str]) -> Item:
    activity, stood, settled = one.activity, one.stood, one.settled
    told = getattr(activity, "planning", None)
    hall = halls.get(_hall(one))
    return Item(
        key=activity.pk,
        day=stood.day.toordinal() if stood.day else None,
        mode=Mode.ONLINE if stood.mode == Activity.Mode.ONLINE else Mode.ON_SITE,
        window=(settled.window[0].toordinal(), settled.window[1].toordinal()),
        days=stood.days,
        weekdays=settled.weekdays,
        day_kinds=frozenset(KINDS[kind] for kind in settled.kinds),
        parts=settled.parts,
        units=tuple(sorted(unit.pk for unit in one.units)),
        paths=tuple(sorted({activity.unit.path or "", *(unit.path or "" for unit in one.units)})),
        place=activity.place,
        people=settled.heads,
        indoor=activity.indoor,
        reach=REACHES[settled.reach],
        online_ok=settled.online or stood.mode == Activity.Mode.ONLINE,
        avoid_exams=settled.avoid_exams,
        avoid_vacations=settled.avoid_vacations,
        venue=hall,
        officer=one.officer,
        cost=settled.cost,
        cost_online=settled.cost_online,
        payer=(told.payer_id if told and told.payer_id else activity.unit_id)
        if settled.cost or settled.cost_online
        else None,
        like=likes.index(settled.like) if settled.like else None,
        announced=stood.announced,
        fixed=stood.part == FIXED or (settled.keeps_day and stood.day is not None),
    )


def _hall(one: Known) -> str:
    """An outing's destination is no hall; what is held online takes none, but keeps its own for coming back."""
    return "" if one.activity.category.code == OUTING else hall_of(one.activity.place)


def _kinds(calendar: YearCalendar, year: int) -> Iterable[DayKind]:
    """The kind of each day of the year; in a vacation entered by hand only the days off of a festival are holidays."""
    long = {
        run.start + timedelta(days=step) for run in calendar.vacations for step in range((run.end - run.start).days + 1)
    }
    day = date(year, 1, 1)
    while day.year == year:
        kind = KIND_OF[calendar.kind(day).kind]
        yield KINDS[(OFF if day.weekday() > 4 else WORK) if day in long and kind == HOLIDAY else kind]
        day += timedelta(days=1)


def _orders(known: Iterable[Known]) -> Iterable[Order]:
    known = tuple(known)
    there = {one.activity.pk for one in known}
    for one in known:
        told = getattr(one.activity, "planning", None)
        if told is not None and told.follows_id in there:
            yield Order(told.follows_id, one.activity.pk, told.lag if told.lag is not None else 1)


def _limits(read: Read) -> Iterable[Limit]:
    for one in read.restrictions:
        bans = [step.over for step in one.steps.all() if step.demand == "ban"]
        units = tuple(sorted(unit.path or "" for unit in one.units.all()))
        yield Limit(
            key=one.pk,
            first=one.starts_on.toordinal(),
            last=one.until.toordinal() if one.until else None,
            paths=units or (one.unit.path or "",),
            places=tuple(line.strip() for line in one.places.splitlines() if line.strip()),
            ban_over=min(bans, default=None),
            farthest=REACHES[one.farthest],
            no_indoor=one.no_indoor,
            online_only=one.online_only,
            notice_days=one.notice_days,
        )


def _spans(spans: Iterable[TermSpan], kind: str) -> tuple[tuple[int, int], ...]:
    return tuple((one.starts_on.toordinal(), one.ends_on.toordinal()) for one in spans if one.kind == kind)


def _vacations(read: Read) -> tuple[tuple[int, int], ...]:
    """Vacations of the academic year, and those that the plan's calendar knows, each once."""
    known = {(run.start.toordinal(), run.end.toordinal()) for run in read.calendar.vacations}
    return tuple(sorted(known | set(_spans(read.spans, TermSpan.Kind.VACATION))))


def _within(day: date | None, spans: Iterable[tuple[int, int]], days: int) -> bool:
    return day is not None and any(first < day.toordinal() + days and day.toordinal() <= last for first, last in spans)


def _loads(read: Read, known: Iterable[Known]) -> dict[int, int]:
    """Working days a month of each officer: the union's own office gives more than all others."""
    found = sorted({one.officer for one in known if one.officer is not None})
    full = read.full_time()
    return {one: read.settings.full_time if one in full else read.settings.part_time for one in found}


def _spacing(known: Iterable[Known], like: str) -> int:
    return max(one.settled.spacing for one in known if one.settled.like == like)


def _names(read: Read, known: tuple[Known, ...], halls: Mapping[str, int], likes: list[str]) -> Names:
    places: dict[int, str] = {}
    for one in known:
        if (hall := halls.get(_hall(one))) is not None:
            places.setdefault(hall, one.activity.place)
    spans = {one.starts_on.toordinal(): one.name for one in read.spans}
    runs = {run.start.toordinal(): run.name for run in read.calendar.vacations}
    units = {unit.pk: unit.called for one in known for unit in (*one.units, one.activity.unit)}
    return Names(
        activities={one.activity.pk: one.activity.title for one in known},
        venues=places,
        officers=read.people(one.officer for one in known),
        units=units,
        limits={one.pk: one.title for one in read.restrictions},
        groups=dict(enumerate(likes)),
        spans=runs | spans,
    )


def placed(item: Item, day: int | None, mode: Mode) -> Item:
    """The item as it would stand."""
    return replace(item, day=day, mode=mode)
