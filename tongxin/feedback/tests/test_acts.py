"""Asking, answering, closing; and that an answer cannot be traced."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.serializers import serialize

from tests.cast import NOW
from tongxin.activities.actions import finish, reopen
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.feedback.actions import ask_feedback, close_feedback, give_feedback
from tongxin.feedback.hooks import Attendees, attendees
from tongxin.feedback.models import Answered, Box
from tongxin.feedback.tests.conftest import HELD, held_by

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=14)


def refusal(held, code: str, **more) -> None:
    """The act is refused and nothing moves."""
    before = serialize("json", [*Box.objects.all(), *Answered.objects.all()]), Entry.objects.count()
    given = {"actor": held.actor(0), "now": NOW, "activity": held.activity, "rating": "good", **more}
    with pytest.raises(Refused) as caught:
        give_feedback(**given)
    assert caught.value.code == code
    assert (serialize("json", [*Box.objects.all(), *Answered.objects.all()]), Entry.objects.count()) == before


def test_finishing_asks_those_who_held_a_place_for_fourteen_days(held):
    assert (held.box.asked, held.box.closes_at) == (12, LATER)
    assert Answered.objects.filter(activity=held.activity, answered=False).count() == 12
    assert Entry.objects.filter(act="feedback.ask").count() == 1


def test_who_came_is_taken_from_the_app_that_knows(cast, monkeypatch):
    ids = [person.pk for name, person in cast.people.items() if name != "outsider"][:5]
    monkeypatch.setattr(attendees, "_things", {"came": Attendees("came", lambda activity: ids)})
    held = held_by(cast, 8)
    assert set(Answered.objects.values_list("person_id", flat=True)) == set(ids)
    assert held.box.asked == 5


@pytest.mark.parametrize(("people", "held_on"), [(4, HELD), (6, date(2020, 8, 1))])
def test_too_few_or_too_long_ago_are_not_asked(cast, people, held_on):
    held_by(cast, people, held_on)
    assert not Box.objects.exists()
    assert not Answered.objects.exists()


def test_finishing_once_more_does_not_ask_again(held):
    office = held.cast.actor("office")
    held.answer(0, 1)
    reopen(actor=office, now=NOW, activity=held.activity)
    finish(actor=office, now=NOW, activity=held.activity, held_on=HELD)
    assert held.box.counted.total == 1
    assert Entry.objects.filter(act="feedback.ask").count() == 1


def test_only_who_runs_it_may_ask(held):
    with pytest.raises(Refused) as caught:
        ask_feedback(actor=held.cast.actor("audit"), now=NOW, activity=held.activity)
    assert caught.value.code == "access.no_right"


def test_an_answer_is_counted_and_only_its_coming_is_kept_by_name(held):
    held.answer(0, 1, "poor", "音响太响")
    assert (held.box.poor, held.box.sentences) == (1, ["音响太响"])
    assert Answered.objects.get(person=held.people[0]).answered is True
    entry = Entry.objects.get(act="feedback.give")
    assert (entry.before, entry.after, entry.reason) == ({}, {}, "")
    assert "音响" not in serialize("json", Entry.objects.all())


def test_nothing_but_the_box_holds_what_was_answered(held):
    held.answer(0, 7, "fair", "坐得太挤")
    others = serialize("json", [*Answered.objects.all(), *Entry.objects.all()])
    assert "fair" not in others
    assert "坐得太挤" not in others
    assert {field.name for field in Answered._meta.fields} == {"id", "activity", "person", "answered"}


def test_sentences_are_shuffled_at_every_answer(held):
    for number in range(12):
        held.answer(number, number + 1, "good", f"第{number}句")
    assert sorted(held.box.sentences) == sorted(f"第{number}句" for number in range(12))
    assert held.box.sentences != [f"第{number}句" for number in range(12)]


def test_readers_see_more_only_in_steps_of_five(held):
    states = []
    for number in range(12):
        held.answer(number, number + 1, "good", "很好")
        states.append((held.box.shown.total, len(held.box.shown_sentences)))
    assert states == [(0, 0)] * 4 + [(5, 5)] * 5 + [(10, 10)] * 3


def test_a_second_tap_is_refused(held):
    held.answer(0, 1)
    refusal(held, "feedback.answered", rating="poor")


def test_who_was_not_asked_is_refused(held):
    refusal(held, "feedback.not_asked", actor=held.cast.actor("librarian", in_office=False))


def test_the_shell_has_no_say(held):
    refusal(held, "feedback.not_asked", actor=held.cast.shell)


def test_after_fourteen_days_it_is_refused_even_before_the_worker_came(held):
    refusal(held, "feedback.closed", now=LATER)


def test_what_is_no_rating_or_too_long_is_refused(held):
    refusal(held, "feedback.rating", rating="great")
    refusal(held, "feedback.too_long", sentence="长" * 201)


def test_the_worker_closes_what_is_over_once(held):
    assert close_feedback(now=LATER - timedelta(seconds=1)) == 0
    assert close_feedback(now=LATER) == 1
    assert close_feedback(now=LATER) == 0
    assert held.box.closed_at == LATER
    assert Entry.objects.filter(act="feedback.close").count() == 1
    refusal(held, "feedback.closed")
