"""The activities and outings of the year: planned in January, then lived day by day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from tongxin.activities import actions as acts
from tongxin.activities.models import Activity, Category, Group
from tongxin.demo.facts.units import UNION_CODE
from tongxin.demo.facts.year import OUTINGS, PLAN, YEAR, ActivityFact, OutingFact, Turn, day
from tongxin.demo.steps import lived, outings
from tongxin.demo.steps.organisation import Units
from tongxin.demo.when import EVENING, Act, Diary, at, moment, morning, officer
from tongxin.org.actor import Actor
from tongxin.org.models import Unit

Made = list[tuple[ActivityFact | OutingFact, Activity]]
EPIDEMIC = "epidemic"
CANCEL_OUTING = day(12, 15)


def add(units: Units) -> Made:
    """Put the twenty activities and the outings into the plan."""
    now = moment(2020, 1, 6)
    office = officer("office", now)
    categories = {category.code: category for category in Category.objects.all()}
    groups = {group.code: group for group in Group.objects.all()}
    made: Made = [(fact, _plan(office, now, units, categories, groups, fact)) for fact in PLAN]
    made += [(fact, _outing(office, now, units[fact.unit], categories["tuan"], fact)) for fact in OUTINGS]
    return made


def _plan(
    office: Actor,
    now: datetime,
    units: Units,
    categories: dict[str, Category],
    groups: dict[str, Group],
    fact: ActivityFact,
) -> Activity:
    return acts.add_activity(
        actor=office, now=now, unit=units[UNION_CODE], year=YEAR, title=fact.title, category=categories[fact.category],
        group=groups[fact.group], mode="on_site" if fact.turns or fact.mode == "on_site" else fact.mode,
        planned_on=fact.planned, place=fact.place, expected=fact.expected,
        organisers=[(units[code], role) for code, role in fact.by], state="planned",
    )  # fmt: skip


def _outing(office: Actor, now: datetime, unit: Unit, category: Category, fact: OutingFact) -> Activity:
    return acts.add_activity(
        actor=office, now=now, unit=unit, year=YEAR, title=f"{unit.called.removesuffix('分工会')}团建", category=category,
        planned_on=fact.planned, place=fact.place, organisers=[(unit, "run")], state="planned",
    )  # fmt: skip


def live(made: Made, units: Units) -> None:
    """Do what was done to each activity, in the order of the moments at which it was done."""
    entries = [(when, activity.pk, act) for fact, activity in made for when, act in _diary(fact, activity, units)]
    for when, _order, act in sorted(entries, key=lambda entry: entry[:2]):
        act(officer("office", when), when)


def _diary(fact: ActivityFact | OutingFact, activity: Activity, units: Units) -> Diary:
    yield from _outing_diary(fact, activity) if isinstance(fact, OutingFact) else _year_diary(fact, activity)
    if isinstance(fact, OutingFact):
        yield from outings.diary(fact, activity)
    if fact.held is not None:
        yield from lived.diary(activity, fact.held, units)


def _year_diary(fact: ActivityFact, activity: Activity) -> Diary:
    for turn in fact.turns:
        yield morning(turn.on), _turn(activity, turn)
    if fact.held:
        yield _over(activity, fact.held), _finish(activity, fact.held, fact.persons, fact.times, fact.outcome)


def _over(activity: Activity, held: date) -> datetime:
    """The evening of the last day on which it was held."""
    return at(lived.last_day(activity, held), EVENING)


def _outing_diary(fact: OutingFact, activity: Activity) -> Diary:
    if fact.held is None:
        called_off = Turn("cancel", CANCEL_OUTING, words="外出路线不符合防疫要求，当年未能成行。")
        yield morning(CANCEL_OUTING), _turn(activity, called_off)
        return
    if fact.held != fact.planned:
        moved = Turn("move", fact.planned, fact.held, words="人员聚集和外出路线受防疫要求限制。")
        yield morning(fact.planned), _turn(activity, moved)
    yield _over(activity, fact.held), _finish(activity, fact.held, fact.persons, fact.persons)


def _turn(activity: Activity, turn: Turn) -> Act:
    def act(actor: Actor, now: datetime) -> object:
        common: dict[str, Any] = {
            "actor": actor,
            "now": now,
            "activity": activity,
            "reason": EPIDEMIC,
            "words": turn.words,
        }
        return TURNS[turn.kind](turn, common)

    return act


TURNS: dict[str, Callable[[Turn, dict[str, Any]], object]] = {
    "move": lambda turn, common: acts.move(**common, to=turn.to or turn.on),
    "postpone": lambda turn, common: acts.postpone(**common, until=turn.to, counts_for=turn.counts_for),
    "online": lambda turn, common: acts.go_online(**common),
    "cancel": lambda turn, common: acts.cancel(**common),
}


def _finish(activity: Activity, held: date, persons: int, times: int, outcome: str = "") -> Act:
    return lambda actor, now: acts.finish(
        actor=actor, now=now, activity=activity, held_on=held, held_until=lived.last_day(activity, held), persons=persons,
        person_times=times, outcome=outcome,
    )  # fmt: skip
