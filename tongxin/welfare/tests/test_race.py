"""Two at once: a round is handed in, approved and called off once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from tests.cast import NOW, Cast
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.rulebook.actions import withdraw_exemption
from tongxin.rulebook.models import Exemption, Withdrawal
from tongxin.welfare import actions
from tongxin.welfare.actions.ask_rating import ask_rating
from tongxin.welfare.models import Box, Round, Share
from tongxin.welfare.tests.making import make_round
from tongxin.welfare.tests.office import fresh, ready, submitted, with_rules
from tongxin.welfare.tests.test_exempted import let, over

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[str]:
    """What came of each: `done` or the refusal's code."""
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], Any]) -> str:
        gate.wait(10)
        try:
            act()
        except Refused as refusal:
            return refusal.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(each.result(30) for each in [pool.submit(run, act) for act in acts])


def test_two_who_approve_at_once_approve_once(cast: Cast) -> None:
    round, chair = submitted(cast), cast.actor("chair")
    stale = [fresh(round), fresh(round)]
    told = at_once(*(lambda each=each: actions.approve(actor=chair, now=NOW, round=each) for each in stale))
    assert told == ["done", "welfare.not_possible"]
    assert Entry.objects.filter(act="welfare.approve").count() == 1


def test_two_rounds_that_are_too_much_together_are_not_both_approved(cast: Cast) -> None:
    with_rules(cast)
    one = submitted(cast)
    two = make_round(cast, "submitted", unit="ee", title="分工会的", festival="春节")
    Share.objects.create(round=two, payer="union", fen=140_000)
    chair = cast.actor("chair")
    told = at_once(*(lambda each=each: actions.approve(actor=chair, now=NOW, round=each) for each in (one, two)))
    assert told == ["done", "welfare.against_rules"]


def test_two_who_ask_for_a_rating_at_once_open_one_box(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    round, office = make_round(cast, "handing"), cast.actor("office")
    got = {person.pk for person in cast.people.values()}
    monkeypatch.setattr("tongxin.welfare.actions.ask_rating.recipients_of", lambda round: got)
    told = at_once(*(lambda: ask_rating(actor=office, now=NOW, round=fresh(round)) for _each in range(2)))
    assert told == ["done", "welfare.rating_asked"]
    assert Box.objects.count() == 1


def test_two_who_hand_in_at_once_hand_in_once(cast: Cast) -> None:
    round, office = ready(cast), cast.actor("office")
    stale = [fresh(round), fresh(round)]
    told = at_once(*(lambda each=each: actions.submit(actor=office, now=NOW, round=each) for each in stale))
    assert told == ["done", "welfare.not_possible"]
    assert round.steps.filter(kind="submit").count() == 1


def test_approving_and_taking_back_at_once_leave_one_of_both(cast: Cast) -> None:
    round = submitted(cast)
    one, two = fresh(round), fresh(round)
    told = at_once(
        lambda: actions.send_back(actor=cast.actor("chair"), now=NOW, round=one, words="改"),
        lambda: actions.withdraw(actor=cast.actor("office"), now=NOW, round=two),
    )
    assert told == ["done", "welfare.not_possible"]
    assert fresh(round).state in ("returned", "draft")


def test_two_who_begin_at_once_begin_one(cast: Cast) -> None:
    given = {"now": NOW, "unit": cast.union, "title": "中秋", "year": 2020, "gives_on": NOW.date()}
    office = cast.actor("office")
    told = at_once(*(lambda: actions.start(actor=office, **given) for _each in range(2)))
    assert told == ["done", "welfare.already"]
    assert Round.objects.count() == 1


def test_two_who_draw_up_the_list_at_once_list_everybody_once(cast: Cast) -> None:
    round, office = ready(cast), cast.actor("office")
    stale = [fresh(round), fresh(round)]
    told = at_once(*(lambda each=each: actions.draw_up(actor=office, now=NOW, round=each) for each in stale))
    assert told == ["done", "done"]
    people = list(round.entitled.values_list("person", flat=True))
    assert len(people) == len(set(people))


def test_two_who_record_an_exemption_at_once_record_one_and_withdraw_it_once(cast: Cast) -> None:
    round, office = over(cast), cast.actor("office")
    assert at_once(*(lambda: let(cast, round) for _each in range(2))) == ["done", "rulebook.exempted_already"]
    made = Exemption.objects.get()
    withdraw = {"actor": office, "now": NOW, "exemption": made, "why": "记错了"}
    told = at_once(*(lambda: withdraw_exemption(**withdraw) for _each in range(2)))
    assert told == ["done", "rulebook.withdrawn_already"] and Withdrawal.objects.count() == 1
