"""Members sign up for what is offered, draw lots, and bring somebody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from tongxin.activities import actions as activities
from tongxin.activities.models import Activity
from tongxin.demo.facts.signups import SignUpFact
from tongxin.demo.steps.crowd import crowd
from tongxin.demo.steps.organisation import Units
from tongxin.demo.when import Diary, at, morning
from tongxin.org.actor import Actor
from tongxin.places import actions as places
from tongxin.places.actions.seat import Wish
from tongxin.places.models import Place
from tongxin.places.rules.seating import Ask
from tongxin.signups import actions as acts
from tongxin.signups.models import Slot

CLOSES, DRAWN = 17, 18


def diary(fact: SignUpFact, activity: Activity, units: Units) -> Diary:
    """It is offered and published, people tap, some leave, lots are drawn."""
    yield morning(fact.opened), _publish(fact, activity, units)
    if fact.draw:
        yield (
            at(fact.closes, DRAWN),
            lambda actor, now: acts.draw_lots(actor=actor, now=now, slot=slots_of(activity)[0]),
        )


def _publish(fact: SignUpFact, activity: Activity, units: Units) -> Any:
    def act(actor: Actor, now: datetime) -> None:
        offer(fact, Activity.objects.select_related("unit").get(pk=activity.pk), units, actor, now)
        activities.publish(actor=actor, now=now, activity=activity)
        _taps(fact, activity, units, now)

    return act


def offer(fact: SignUpFact, activity: Activity, units: Units, actor: Actor, now: datetime) -> None:
    """What can be signed up for: the whole, or batches; and the evenings of a weekly row."""
    until = at(fact.closes, CLOSES)
    common: dict[str, Any] = {
        "actor": actor, "now": now, "activity": activity, "closes_at": until, "withdraw_until": until,
        "open_to": [units[fact.unit]] if fact.unit else (), "companions_each": 1 if fact.companions else 0,
    }  # fmt: skip
    if fact.draw:
        common |= {"way": "draw", "waiting": False}
    for batch in fact.batches:
        starts = at(_day(activity), batch.at.hour, batch.at.minute)
        acts.offer(**common, kind="session", title=batch.title, starts_at=starts, capacity=batch.seats)
    if not fact.batches:
        acts.offer(**common, capacity=fact.seats)
    if fact.evenings:
        acts.add_weekly(
            actor=actor, now=now, activity=activity, first=_day(activity), at=fact.at, times=fact.evenings, place="线上"
        )


def _taps(fact: SignUpFact, activity: Activity, units: Units, now: datetime) -> None:
    who = crowd(units[fact.unit] if fact.unit else activity.unit, now.date(), fact.asked, fact.title)
    first = 0
    for slot in slots_of(activity):
        if slot.pool is None:
            continue
        seats = slot.pool.capacity if fact.batches else None
        tapping = who[first : first + seats] if seats else who
        first += len(tapping)
        taken = taps(slot, tapping, now, fact.companions)
        for actor in tapping[10 : 10 + fact.left] if taken > 10 + fact.left else ():
            acts.leave(actor=actor, now=now + timedelta(days=2), slot=slot)


def taps(slot: Slot, people: Sequence[Actor], now: datetime, companions: int = 0) -> int:
    """These people tap one after the other, some of them with somebody; how many there were."""
    assert slot.pool is not None
    gaps = Random(slot.pool.label)
    when, wishes = now, []
    for number, actor in enumerate(people):
        when += timedelta(seconds=gaps.randrange(5, 600))
        assert actor.person_id is not None
        with_ = 1 if number < companions else 0
        wishes.append(Wish(actor, when, Ask((actor.person_id,), with_), {"companions": "孩子"} if with_ else {}))
    if wishes:
        places.take_many(wishes=wishes, pool=slot.pool)
    return len(wishes)


def slots_of(activity: Activity) -> list[Slot]:
    """The parts of it, as they are now."""
    return list(Slot.objects.filter(activity=activity).select_related("activity__unit", "pool__unit"))


def holders(slots: Iterable[Slot]) -> dict[int, list[int]]:
    """Who has a place, by slot: ids of people in the order of their places."""
    rows = Place.objects.filter(pool__slot__in=[slot.pk for slot in slots], state=Place.State.HELD).order_by("number")
    found: dict[int, list[int]] = {}
    for slot, person in rows.values_list("pool__slot", "person"):
        found.setdefault(slot, []).append(person)
    return found


def _day(activity: Activity) -> Any:
    assert activity.starts_on is not None
    return activity.starts_on
