"""Persons and person-times stand apart; a branch counts its own; what was taken back or donated counts nowhere."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tongxin.choosing.models import Way
from tongxin.collecting import actions
from tongxin.collecting.queries.reached import coverage, recipients
from tongxin.collecting.tests.making import LATER, line, make_round
from tongxin.core.figures import Scope
from tongxin.core.periods import Period

pytestmark = pytest.mark.django_db
YEAR = Period.of_year(2020)


def give(cast, round, *names):
    office = cast.actor("office")
    return [actions.hand_over(actor=office, now=LATER, entitled=line(round, cast.people[name]))[0] for name in names]


def test_persons_once_and_person_times_in_the_note(cast):
    first, second = make_round(cast, "member", "branch", "librarian"), make_round(cast, "member", title="端午")
    give(cast, first, "member", "librarian")
    give(cast, second, "member")
    result = recipients(Scope(cast.union, YEAR))
    assert (result.value, result.note) == (2, "3人次")
    assert [(part.label, part.value) for part in result.parts] == [("中秋慰问", 2), ("端午", 1)]
    assert result.records.count == 2
    assert {row.label for row in result.records.rows(cast.actor("office"), 0, 9)} == {"张三", "李四"}
    assert {row.label for row in result.records.rows(cast.actor("branch"), 0, 9)} == {"张三", "一位职工"}
    rate = coverage(Scope(cast.union, YEAR))
    assert (rate.value, rate.note) == (Fraction(3, 4), "3 / 4人次")
    assert [part.label for part in rate.parts] == ["中秋慰问 66.7%", "端午 100%"]
    assert all(len(part.records.rows(cast.actor("office"), 0, 9)) == part.records.count for part in rate.parts)


def test_a_branch_counts_its_own_people(cast):
    round = make_round(cast, "member", "librarian")
    give(cast, round, "member")
    assert recipients(Scope(cast.units["ee"], YEAR)).value == 1
    assert coverage(Scope(cast.units["lib"], YEAR)).value == 0


def test_what_counts_nowhere(cast):
    round = make_round(cast, "member", "branch")
    make_round(cast, "librarian", state="choosing")
    [receipt] = give(cast, round, "member")
    actions.take_back(actor=cast.actor("office"), now=LATER, receipt=receipt, reason="扫错了")
    held = line(round, cast.people["branch"])
    Way.objects.create(entitled=held, kind="donation", at=LATER)
    actions.mark_way(actor=cast.actor("office"), now=LATER, round=round, lines=[held.pk], way="donation")
    assert recipients(Scope(cast.union, YEAR)).value == 0
    assert coverage(Scope(cast.union, YEAR)).value == 0
    assert coverage(Scope(cast.union, Period.of_year(2019))).value is None


def test_a_stretch_of_days_takes_the_rounds_given_in_it(cast):
    give(cast, make_round(cast, "member"), "member")
    first, second = YEAR.halves()
    assert recipients(Scope(cast.union, first)).value == 0
    assert recipients(Scope(cast.union, second)).value == 1
