"""The activities and outings of the year: planned in January, then lived day by day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from tongxin.activities import actions as acts
from tongxin.activities.models import Activity, Category, Group
from tongxin.demo.facts.units import UNION_CODE
from tongxin.demo.facts.year import OUTINGS, PLAN, YEAR, ActivityFact, OutingFact, Turn, day
from tongxin.demo.steps.organisation import Units
from tongxin.demo.when import moment, morning, officer
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


def live(made: Made) -> None:
    """Do what was done to each activity, in the order of the days on which it was done."""
    for on, _order, act in sorted(_diary(made), key=lambda entry: entry[:2]):
        now = morning(on)
        act(officer("office", now), now)


Act = Callable[[Actor, datetime], object]


def _diary(made: Made) -> Iterable[tuple[date, int, Act]]:
    for fact, activity in made:
        if isinstance(fact, OutingFact):
            yield from _outing_diary(fact, activity)
            continue
        for turn in fact.turns:
            yield turn.on, activity.pk, _turn(activity, turn)
        if fact.held:
            yield fact.held, activity.pk, _finish(activity, fact.held, fact.persons, fact.times, fact.outcome)


def _outing_diary(fact: OutingFact, activity: Activity) -> Iterable[tuple[date, int, Act]]:
    if fact.held is None:
        yield (
            CANCEL_OUTING,
            activity.pk,
            _turn(activity, Turn("cancel", CANCEL_OUTING, words="外出路线不符合防疫要求，当年未能成行。")),
        )
        return
    if fact.held != fact.planned:
        moved = Turn("move", fact.planned, fact.held, words="人员聚集和外出路线受防疫要求限制。")
        yield fact.planned, activity.pk, _turn(activity, moved)
    yield fact.held, activity.pk, _finish(activity, fact.held, fact.persons, fact.persons)


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
        actor=actor, now=now, activity=activity, held_on=held, persons=persons, person_times=times, outcome=outcome
    )
