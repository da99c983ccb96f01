"""Who came: scanned at the door with their own codes, or ticked off the list of an official meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from tongxin.activities.models import Activity
from tongxin.attendance import actions as acts
from tongxin.attendance.actions import Scan
from tongxin.attendance.queries.secret import secret_of
from tongxin.attendance.rules.codes import pass_code
from tongxin.core.clock import today
from tongxin.demo.facts.signups import MeetingFact, SignUpFact
from tongxin.demo.steps.crowd import crowd, some
from tongxin.demo.steps.signing_up import holders, slots_of
from tongxin.demo.when import Act, Diary, at
from tongxin.org.actor import Actor
from tongxin.signups.models import Slot

EARLY, LATE, CLOSED = 20, 25, timedelta(minutes=45)


def diary(fact: SignUpFact, activity: Activity, held: date) -> Diary:
    """The doors of an activity people signed up for, each on its day."""
    for week in range(1, fact.evenings):
        yield at(held + timedelta(weeks=week), fact.at.hour, fact.at.minute), _evening(fact, activity)
    if not fact.evenings:
        yield at(held, fact.at.hour, fact.at.minute), _day(fact, activity)


def meeting(fact: MeetingFact, activity: Activity, day: date) -> Diary:
    """The office lists who should come three days before, and ticks who did."""

    def listed(actor: Actor, now: datetime) -> None:
        slot = acts.prepare(actor=actor, now=now, activity=activity)
        people = crowd(activity.unit, day, fact.expected, fact.title)
        acts.expect_people(actor=actor, now=now, slot=slot, people=[each.person_id or 0 for each in people])

    def held(actor: Actor, now: datetime) -> None:
        slot = slots_of(activity)[0]
        due = list(slot.expected.order_by("number").values_list("person", flat=True))
        _door(slot, some(due, fact.came, fact.expected), actor, now)

    yield at(day - timedelta(days=3)), listed
    yield at(day, fact.at.hour, fact.at.minute), held


def _day(fact: SignUpFact, activity: Activity) -> Act:
    def act(actor: Actor, now: datetime) -> None:
        slots = slots_of(activity)
        due = holders(slots)
        coming = _coming([person for each in due.values() for person in each], fact)
        for slot in slots:
            here = [person for person in due.get(slot.pk, ()) if person in coming]
            _door(slot, here, actor, slot.starts_at or now)

    return act


def _evening(fact: SignUpFact, activity: Activity) -> Act:
    def act(actor: Actor, now: datetime) -> None:
        slots = slots_of(activity)
        due = [person for each in holders(slots).values() for person in each]
        slot = next(each for each in slots if each.starts_at and today(each.starts_at) == today(now))
        _door(slot, sorted(_coming(due, fact)), actor, now)

    return act


def _coming(due: list[int], fact: SignUpFact) -> set[int]:
    """As many of those due as came; who tapped first is surest to."""
    wanted = min(fact.asked, fact.seats or fact.asked)
    stays = due[:10] + Random(fact.title).sample(due[10:], len(due[10:]))
    return set(some(stays, fact.came, wanted))


def _door(slot: Slot, people: list[int], actor: Actor, starts: datetime) -> None:
    """Check-in is opened, everybody is scanned, it is closed."""
    opened = starts - timedelta(minutes=EARLY)
    acts.open_check_in(actor=actor, now=opened, slot=slot)
    secret, chance = secret_of(slot.pk), Random(slot.pk)
    scans = [
        Scan(str(person), pass_code(secret, slot.pk, person), opened + timedelta(seconds=chance.randrange(60 * LATE)))
        for person in people
    ]
    for part in _parts(scans):
        answers = acts.check_in_many(
            actor=actor, now=starts + timedelta(minutes=LATE), activity=slot.activity_id, slot=slot.pk, scans=part
        )
        assert all(answer.code == "in" for answer in answers), answers
    acts.close_check_in(actor=actor, now=starts + CLOSED, slot=slot)


def _parts(scans: list[Scan]) -> Iterator[list[Scan]]:
    for first in range(0, len(scans), 200):
        yield scans[first : first + 200]
