"""Two taps in the same moment are one answer, and taps of many lose none, on both databases."""

from __future__ import annotations

import pytest

from tests.cast import NOW
from tests.support.racing import at_once
from tongxin.audit.models import Entry
from tongxin.feedback.actions import give_feedback
from tongxin.feedback.models import Answered
from tongxin.feedback.tests.conftest import held_by

pytestmark = pytest.mark.django_db(transaction=True)
TAPS = 6


def tap(held, number):
    given = {
        "actor": held.actor(number),
        "now": NOW,
        "activity": held.activity,
        "rating": "good",
        "sentence": f"第{number}句",
    }
    return lambda: give_feedback(**given)


def test_one_person_tapping_twice_at_once_is_one_answer(cast):
    held = held_by(cast, 6)
    answers = at_once(*[tap(held, 0)] * TAPS)
    assert sorted(map(str, answers)) == ["None"] + ["feedback.answered"] * (TAPS - 1)
    assert held.box.counted.total == len(held.box.sentences) == Entry.objects.filter(act="feedback.give").count() == 1


def test_many_at_once_lose_no_answer_and_show_a_whole_step(cast):
    held = held_by(cast, TAPS)
    assert at_once(*[tap(held, number) for number in range(TAPS)]) == [None] * TAPS
    assert held.box.counted.total == Answered.objects.filter(answered=True).count() == TAPS
    assert (held.box.shown.total, len(held.box.shown_sentences)) == (5, 5)
