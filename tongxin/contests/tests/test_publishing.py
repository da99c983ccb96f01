"""Publishing and correcting: told once, changed only with a reason."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.cast import NOW
from tongxin.contests import actions
from tongxin.contests.models import Entry
from tongxin.contests.queries.events import event_of, events_of
from tongxin.contests.rules.marks import NONE, Reading
from tongxin.contests.tests.making import event, fill, fresh, marks, publish
from tongxin.contests.tests.test_acts import refused, trail
from tongxin.notices.models import Message, Notice
from tongxin.signups.tests.making import sign_up

pytestmark = pytest.mark.django_db


def test_who_took_part_is_told_once_of_what_was_published(cast):
    slot = event(cast)
    jump = event(cast, "跳远", activity=slot.activity, measure="distance")
    a, b = fill(cast, slot, 2)
    sign_up(cast, jump, a)
    marks(cast, slot, **{a: "13", b: "14"})
    marks(cast, jump, **{a: "4米"})
    publish(cast, slot)
    notice = Notice.objects.get(key__startswith="contests:published")
    assert notice.body == "100米、跳远"
    assert Message.objects.filter(notice=notice).count() == 2
    assert {event.published for event in events_of(slot.activity).events} == {True}
    refused("contest.nothing", publish, cast, slot)


def test_nothing_to_publish_without_results(cast):
    slot = event(cast)
    fill(cast, slot, 1)
    refused("contest.nothing", publish, cast, slot)


def test_after_publishing_marks_change_only_by_correction(cast):
    slot = event(cast)
    a, b, late = fill(cast, slot, 3)
    marks(cast, slot, **{a: "13", b: "14"})
    publish(cast, slot)
    assert marks(cast, slot, **{late: "15"}) == 1
    refused("contest.published", marks, cast, slot, **{a: "15"})


def correct(cast, slot, name, text="", reason="手表看错了"):
    entry = Entry.objects.select_related("slot__activity__unit", "slot__pool").get(place__person=cast.people[name])
    reading = Reading(Decimal(text)) if text else NONE
    return actions.correct_result(actor=cast.actor("office"), now=NOW, entry=entry, reading=reading, reason=reason)


def test_a_correction_says_why_ranks_anew_and_tells_those_in_the_event(cast):
    slot = event(cast)
    a, b = fill(cast, slot, 2)
    marks(cast, slot, **{a: "13", b: "14"})
    publish(cast, slot)
    kept = correct(cast, slot, b, "12.5")
    assert (kept.rank, kept.points) == (1, 7)
    assert [line.rank for line in event_of(fresh(slot)).best] == [1, 2]
    entry = trail("correct_result").get()
    assert (entry.reason, entry.before["mark"], entry.after["mark"]) == ("手表看错了", "14", "12.5")
    notice = Notice.objects.get(key__startswith="contests:corrected")
    assert "14改为12.5。手表看错了" in notice.body
    assert notice.messages.count() == 2


def test_before_publishing_a_correction_tells_nobody(cast):
    slot = event(cast)
    (a,) = fill(cast, slot, 1)
    marks(cast, slot, **{a: "13"})
    correct(cast, slot, a, "12.5")
    assert not Notice.objects.filter(key__startswith="contests:").exists()


@pytest.mark.parametrize(("given", "code", "field"), [({"text": "12", "reason": " "}, "contest.no_reason", "reason"), ({"text": "13"}, "contest.same", "mark"), ({}, "contest.empty", "mark")])  # fmt: skip
def test_a_correction_without_reason_or_change_is_refused(cast, given, code, field):
    slot = event(cast)
    (a,) = fill(cast, slot, 1)
    marks(cast, slot, **{a: "13"})
    assert refused(code, correct, cast, slot, a, **given).field == field
