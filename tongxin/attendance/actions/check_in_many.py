"""Scans of an officer's phone, one or a whole queue that waited for the network."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connection, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tongxin.attendance.access import require_door
from tongxin.attendance.actions.door import (
    Arrival,
    Came,
    get_facts,
    put_down,
    require_allowed,
    require_on,
    require_open,
)
from tongxin.attendance.models import Attendance
from tongxin.attendance.queries.absent import why_not_listed
from tongxin.attendance.queries.facts import SlotFacts
from tongxin.attendance.queries.listed import Listed, everybody, listed
from tongxin.attendance.rules import codes
from tongxin.core import passes
from tongxin.core.combining import Combiner
from tongxin.core.moments import moment_of
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor

MOST: Final = 200


@dataclass(frozen=True)
class Scan:
    """A code that a camera read, or digits that were typed, and when by the phone's clock."""

    key: str
    code: str
    at: datetime | None = None


@dataclass(frozen=True)
class Answer:
    """What became of a scan: `in`, `again`, or the code of a refusal; and the words for it. `key` is the scan's."""

    key: str
    code: str
    name: str = ""
    unit: str = ""
    words: str = ""
    at: datetime | None = None
    person: int | None = None


@dataclass(frozen=True)
class _Read:
    scan: Scan
    at: datetime
    person: int | None
    number: int | None
    refusal: Refused | None


def check_in_many(*, actor: Actor, now: datetime, activity: int, slot: int, scans: Sequence[Scan]) -> list[Answer]:
    """Put down who was scanned, in one transaction, each once; an answer for each scan, in their order.

    A scan that cannot be taken is answered with its refusal (`attendance.bad_code`, `attendance.other_slot`,
    `attendance.not_listed`, `attendance.closed`) and holds up no other.
    Refuses as a whole: `access.…`, `attendance.no_slot` (404), `attendance.too_many`, `attendance.not_on`,
    `attendance.not_open`, `restriction.forbids`.
    """
    facts = get_facts(slot, activity)
    require_door(actor, facts.activity, facts.unit_path)
    require_on(facts)
    if facts.opened_at is None:
        raise Refused("attendance.not_open", _("签到还没开始。"))
    require_allowed(facts, now, officer=True)
    if len(scans) > MOST:
        raise Refused("attendance.too_many", _("一次最多送200条，分几次送。"))
    reads = [_read(scan, facts, facts.opened_at, now) for scan in scans]
    people = {read.person for read in reads if read.person is not None}
    numbers = {read.number for read in reads if read.number is not None}
    found = listed(facts, people, numbers)
    by_person, by_number = {each.person: each for each in found}, {each.number: each for each in found}
    met = [
        by_person.get(read.person or 0) or by_number.get(-1 if read.number is None else read.number) for read in reads
    ]
    arrivals = [_arrival(read, one) for read, one in zip(reads, met, strict=True) if one and not read.refusal]
    came = _kept(facts, arrivals, actor, now)
    missing = _missing(facts, [read.person for read, one in zip(reads, met, strict=True) if not one and read.person])
    told: set[int] = set()
    return [_answer(read, one, came, missing, told) for read, one in zip(reads, met, strict=True)]


def check_in_soon(*, actor: Actor, now: datetime, activity: int, slot: int, scan: Scan) -> Answer:
    """One scan of an officer. Those that come while others of the same officer are being put down go in together
    (`core.combining`): a queue of phones at one door costs a few transactions. Refuses as `check_in_many`.
    """
    if connection.in_atomic_block:
        return check_in_many(actor=actor, now=now, activity=activity, slot=slot, scans=[scan])[0]
    return _line.submit((activity, slot, actor.user_id, actor.hat, get_language()), (actor, now, scan))


def _serve(key: Hashable, items: Sequence[tuple[Actor, datetime, Scan]]) -> list[Answer]:
    assert isinstance(key, tuple)
    actor, now = items[0][0], max(item[1] for item in items)
    return check_in_many(actor=actor, now=now, activity=key[0], slot=key[1], scans=[item[2] for item in items])


_line: Combiner[tuple[Actor, datetime, Scan], Answer] = Combiner(_serve)


def _read(scan: Scan, facts: SlotFacts, opened_at: datetime, now: datetime) -> _Read:
    at = moment_of(scan.at, opened_at, now)
    person, number, refusal = None, None, None
    try:
        require_open(facts, at)
        person, number = _meant(scan.code.strip(), facts)
    except Refused as refused:
        refusal = refused
    return _Read(scan, at, person, number, refusal)


def _meant(code: str, facts: SlotFacts) -> tuple[int | None, int | None]:
    """The person or the number that a code names. Refuses `attendance.bad_code`, `attendance.other_slot`."""
    if passes.looks_like_digits(code):
        number = passes.number_of(facts.secret, code)
        if number is None:
            raise Refused("attendance.bad_code", _("没有人是这个数。再看一遍。"))
        return None, number
    found = codes.read_pass(code)
    if found is None:
        raise Refused("attendance.bad_code", _("这不是签到码。"))
    if found.thing != facts.slot:
        raise Refused("attendance.other_slot", _("这是别的场次或者别的活动的码。"))
    if not passes.is_genuine(facts.secret, found):
        raise Refused("attendance.bad_code", _("这个码不对，不是从系统里出的。"))
    return found.person, None


def _arrival(read: _Read, one: Listed) -> Arrival:
    way = Attendance.Way.SCAN if read.person is not None else Attendance.Way.SELF
    return Arrival(one.person, one.name, read.at, way)


def _kept(facts: SlotFacts, arrivals: list[Arrival], actor: Actor, now: datetime) -> dict[int, Came]:
    if not arrivals:
        return {}
    with transaction.atomic():
        return put_down(facts, arrivals, actor=actor, now=now)


def _missing(facts: SlotFacts, people: list[int]) -> dict[int, Answer]:
    """Answers for people who hold a genuine code and are not on the list."""
    if not people:
        return {}
    whys, names = why_not_listed(facts, people), {each.person: each for each in everybody(facts, people)}
    unknown = Listed(0, _("不认识的人"), "")
    return {
        person: Answer(
            "", "attendance.not_listed", names.get(person, unknown).name, names.get(person, unknown).unit, why,
            person=person if person in names else None,
        )
        for person, why in whys.items()
    }  # fmt: skip


def _answer(
    read: _Read, one: Listed | None, came: dict[int, Came], missing: dict[int, Answer], told: set[int]
) -> Answer:
    key = read.scan.key
    if read.refusal:
        return Answer(key, read.refusal.code, words=read.refusal.sentence)
    if one is None:
        known = missing.get(read.person or 0)
        if known is None:
            return Answer(key, "attendance.bad_code", words=_("没有人是这个数。再看一遍。"))
        return Answer(key, known.code, known.name, known.unit, known.words, person=known.person)
    kept = came[one.person]
    again = kept.again or one.person in told
    told.add(one.person)
    return Answer(key, "again" if again else "in", one.name, one.unit, at=kept.at, person=one.person)
