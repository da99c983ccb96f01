"""Volunteers at the gates, tasks to the branches, and a collection that has been erased."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from tongxin.core.clock import today
from tongxin.core.spans import Span
from tongxin.demo.facts.units import UNION_CODE
from tongxin.demo.facts.volunteers import CALLS, COLLECTED, COLLECTION, NOW_TITLE, TASKS, VOLUNTEERS, CallFact, TaskFact
from tongxin.demo.steps.crowd import crowd
from tongxin.demo.steps.organisation import Units
from tongxin.demo.when import EVENING, at, morning, officer
from tongxin.mobilisation import actions as acts
from tongxin.mobilisation.models import Answer, Call, Handed, Shift
from tongxin.mobilisation.rules.shifts import DutyLine
from tongxin.mobilisation.starters import starter
from tongxin.notices.queries.audience import people_of
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit
from tongxin.places import actions as places
from tongxin.places.actions.seat import Wish
from tongxin.places.rules.seating import Ask


def mobilise(units: Units) -> None:
    """The year's calls, tasks and the collection."""
    people = crowd(units[UNION_CODE], CALLS[0].first, VOLUNTEERS, "volunteers", with_accounts=False)
    first = 0
    for fact in CALLS:
        first += _call(fact, units[UNION_CODE], people, first)
    for task in TASKS:
        _task(task, units)
    _collection(units)


def call_now(units: Units, now: datetime) -> None:
    """A call that a visitor can take a shift of."""
    day = today(now)
    call = acts.add_call(
        actor=officer("office", now), now=now, unit=units[UNION_CODE], title=NOW_TITLE, starts_on=day + timedelta(days=5),
        ends_on=day + timedelta(days=7), duties=[DutyLine("打包", "照着清单把慰问品装进袋子"), DutyLine("送到楼下", needs="搬得动")],
        times=[Span(time(14), time(17))], heads=4, place="工会活动室", contact="周敏",
    )  # fmt: skip
    acts.publish_call(actor=officer("office", now), now=now, call=call)


def _call(fact: CallFact, union: Unit, people: list[Actor], first: int) -> int:
    """From the call to the thanks; how many places were taken. Who comes goes round, so that nobody has two shifts a day."""
    opened, over = morning(fact.opened), at(fact.last, EVENING)
    office = officer("office", opened)
    call = acts.add_call(
        actor=office, now=opened, unit=union, title=fact.title, starts_on=fact.first, ends_on=fact.last, days=fact.days,
        duties=[fact.duty], times=[fact.span], heads=fact.heads, place=fact.place, contact="周敏",
    )  # fmt: skip
    acts.publish_call(actor=office, now=opened, call=call)
    taken = 0
    for shift in Shift.objects.filter(duty__call=call).select_related("duty__call__unit", "pool__unit"):
        heads = min(fact.heads, len(people))
        coming = [people[(first + taken + number) % len(people)] for number in range(heads)]
        _serve(shift, coming, opened, {(first + taken + n) % fact.missed == 0: n for n in range(heads)}.get(True))
        taken += heads
    acts.end_call(actor=officer("office", over), now=over, call=call)
    acts.thank(actor=officer("office", over), now=over, call=Call.objects.get(pk=call.pk), words=fact.thanks)
    return taken


def _serve(shift: Shift, people: list[Actor], opened: datetime, missed: int | None) -> None:
    """These people take the shift and come, but for one."""
    wishes = [Wish(actor, opened + timedelta(hours=1), Ask((actor.person_id or 0,))) for actor in people]
    places.take_many(wishes=wishes, pool=shift.pool)
    absent = people[missed].person_id if missed is not None else None
    minutes = {absent: 0} if absent is not None else {}
    now = shift.ends_at + timedelta(hours=1)
    acts.record_service(actor=officer("office", now), now=now, shift=shift, minutes=minutes)


def _task(fact: TaskFact, units: Units) -> None:
    """Given to all branches; the one with an account answers itself, for the others the office puts down what they said."""
    given, known = morning(fact.given), starter(fact.starter)
    assert known is not None
    branches = [unit for unit in units.values() if unit.kind == Unit.Kind.BRANCH]
    task = acts.give_task(
        actor=officer("office", given), now=given, unit=units[UNION_CODE], title=str(known.title), what=str(known.what),
        due_on=fact.due, units=branches, wants=str(known.wants), counts=str(known.counts),
    )  # fmt: skip
    for number, handed in enumerate(Handed.objects.filter(task=task).select_related("task", "unit")):
        now = morning(fact.given) + timedelta(days=2 + number, hours=number)
        by = officer("branch" if handed.unit.code == "dianqi" else "office", now)
        staff = len(people_of(handed.unit, "staff", now.date()))
        words = fact.words[number % len(fact.words)]
        back = staff if words.startswith("全部") or staff == 0 else staff - 1
        acts.report_task(actor=by, now=now, handed=handed, state="done", words=words, number=back, whole=staff)
    over = at(fact.due + timedelta(days=5), EVENING)
    acts.close_task(actor=officer("office", over), now=over, task=task, words=fact.closing)


def _collection(units: Units) -> None:
    """Asked before the return, erased on its day: what people said is gone, how many said something is kept."""
    begun, ends, erased = COLLECTED
    now = morning(begun)
    office = officer("office", now)
    readers = list(Person.objects.filter(staff_no__in=("office", "hr")))
    made = acts.begin_collection(
        actor=office, now=now, unit=units[UNION_CODE], units=[unit for unit in units.values() if unit.kind == Unit.Kind.BRANCH],
        ends_on=ends, erase_on=erased, readers=readers, **COLLECTION,
    )  # fmt: skip
    rows = [
        Answer(collection=made, asked=asked, person_id=person, well=True, temperature="36.5", away=number % 9 == 0, where="外地" if number % 9 == 0 else "", at=now + timedelta(days=1))
        for asked in made.asked.select_related("unit")
        for number, person in enumerate(people_of(asked.unit, "staff", begun))
        if number % 12
    ]  # fmt: skip
    Answer.objects.bulk_create(rows)
    acts.erase_due(now=morning(erased))
