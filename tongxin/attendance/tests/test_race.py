"""The same person at two doors in the same moment is one row, on both databases."""

from __future__ import annotations

import pytest

from tests.support.racing import at_once
from tongxin.attendance.actions import Scan, check_in, check_in_many
from tongxin.attendance.models import Attendance
from tongxin.attendance.tests.making import LATER, code, hold, opened, people
from tongxin.audit.models import Entry

PHONES, CROWD = 6, 12
pytestmark = pytest.mark.django_db(transaction=True)


def test_one_person_scanned_by_many_phones_at_once_is_one_row(cast):
    slot, actor = opened(cast, "member"), cast.actor("branch")
    sent = [Scan("a", code(slot, cast.people["member"]))]

    def scan():
        return check_in_many(actor=actor, now=LATER, activity=slot.activity_id, slot=slot.pk, scans=sent)[0].code

    answers = at_once(*[scan] * PHONES)
    assert sorted(answers) == ["again"] * (PHONES - 1) + ["in"]
    assert Attendance.objects.count() == Entry.objects.filter(act="attendance.check_in").count() == 1


def test_queues_that_overlap_put_everybody_down_once(cast):
    slot, actor = opened(cast), cast.actor("branch")
    texts = [code(hold(slot, person).pool.slot, person) for person in people(cast, CROWD)]

    def send(shift):
        turned = texts[shift:] + texts[:shift]
        sent = [Scan(text, text) for text in (turned if shift % 2 else reversed(turned))]
        answers = check_in_many(actor=actor, now=LATER, activity=slot.activity_id, slot=slot.pk, scans=sent)
        return [answer.code for answer in answers]

    answers = at_once(*[lambda shift=shift: send(shift) for shift in range(PHONES)])
    assert sum(each.count("in") for each in answers) == CROWD
    assert sum(each.count("again") for each in answers) == CROWD * (PHONES - 1)
    assert Attendance.objects.count() == Entry.objects.filter(act="attendance.check_in").count() == CROWD


def test_a_tick_against_the_screen_is_one_row(cast):
    slot, person = opened(cast, "member"), cast.people["member"].pk
    desk, own = cast.actor("branch"), cast.actor("member", in_office=False)
    given = {"now": LATER, "slot": slot.pk, "person": person}
    came = at_once(
        lambda: check_in(actor=desk, way="tick", **given), lambda: check_in(actor=own, way="screen", **given)
    )
    assert sorted(each.again for each in came) == [False, True]
    assert Attendance.objects.count() == 1
