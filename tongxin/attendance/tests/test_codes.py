"""Codes: nobody can make another's, no two places have the same digits, the screen's holds for two steps."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import NOW
from tongxin.attendance.rules import codes
from tongxin.attendance.rules.days import may_open
from tongxin.core import passes
from tongxin.core.moments import moment_of, was_open

SECRET, OTHER = b"s" * 32, b"t" * 32
ids = st.integers(min_value=1, max_value=10**12)
secrets = st.binary(min_size=16, max_size=32)


@given(secrets, ids, ids)
def test_a_pass_says_who_and_where_and_is_genuine(secret, slot, person):
    found = codes.read_pass(codes.pass_code(secret, slot, person))
    assert (found.thing, found.person) == (slot, person)
    assert passes.is_genuine(secret, found)


@given(secrets, ids, ids, ids)
def test_different_people_have_different_codes_and_cannot_borrow(secret, slot, one, other):
    if one == other:
        return
    mine = codes.pass_code(secret, slot, one)
    assert mine != codes.pass_code(secret, slot, other)
    assert not passes.is_genuine(
        secret, codes.read_pass(mine.replace(f".{one}.", f".{other}.", 1)) or passes.Pass("TX1", 0, 0, "")
    )


@given(ids, ids, st.integers(0, 9), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_a_tampered_code_is_refused(slot, person, place, letter):
    good = codes.pass_code(SECRET, slot, person)
    head, mac = good[:-10], good[-10:]
    if mac[place] == letter:
        return
    assert not passes.is_genuine(SECRET, codes.read_pass(head + mac[:place] + letter + mac[place + 1 :]))


def test_the_code_of_another_slots_secret_is_refused():
    assert not passes.is_genuine(OTHER, codes.read_pass(codes.pass_code(SECRET, 1, 2)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TX1",
        "TX1.1.2",
        "TX1.1.2.abc",
        "TX2.1.2.ABCDEFGHIJ",
        "TX1.1.-2.ABCDEFGHIJ",
        "TX1.１.2.ABCDEFGHIJ",
        "https://x",
    ],
)
def test_what_is_no_pass_is_none(text):
    assert codes.read_pass(text) is None


def test_a_pass_is_read_however_a_scanner_writes_it():
    good = codes.pass_code(SECRET, 12, 34)
    assert codes.read_pass(f" {good.lower()}\n") == codes.read_pass(good)


def test_no_two_of_a_big_pool_have_the_same_digits():
    made = [passes.digits_of(SECRET, number) for number in range(7000)]
    assert len(set(made)) == 7000
    assert {len(each) for each in made[:5000]} == {4}
    assert {len(each) for each in made[5000:]} == {5}


@given(secrets, st.integers(0, 10**7))
def test_digits_lead_back_to_the_number(secret, number):
    assert passes.number_of(secret, passes.digits_of(secret, number)) == number


@given(secrets, st.sets(st.integers(0, 60_000), min_size=2, max_size=60))
def test_digits_are_unique(secret, numbers):
    assert len({passes.digits_of(secret, number) for number in numbers}) == len(numbers)


@pytest.mark.parametrize(("number", "width"), [(0, 4), (4999, 4), (5000, 5), (49_999, 5), (50_000, 6)])
def test_digits_widen_with_the_number(number, width):
    assert len(passes.digits_of(SECRET, number)) == width


def test_half_of_the_digits_belong_to_nobody():
    known = [passes.number_of(SECRET, f"{typed:04}") for typed in range(10_000)]
    assert sum(number is None for number in known) == 5000
    assert sorted(number for number in known if number is not None) == list(range(5000))


@pytest.mark.parametrize("typed", ["", "12", "abcd", "1234567890123", "１２３４"])
def test_what_is_no_digits_is_nobodys(typed):
    assert passes.number_of(SECRET, typed) is None


@pytest.mark.parametrize(
    ("seconds", "holds"), [(0, True), (4, True), (5, True), (9, True), (10, False), (-1, False), (60, False)]
)
def test_the_screen_holds_for_this_step_and_the_one_before(seconds, holds):
    shown = codes.screen_code(SECRET, NOW)
    assert codes.is_on_screen(SECRET, shown, NOW + timedelta(seconds=seconds)) is holds
    assert not codes.is_on_screen(OTHER, shown, NOW)


def test_the_screen_takes_no_nonsense():
    assert not codes.is_on_screen(SECRET, "没有", NOW)


EARLY, LATE = NOW - timedelta(hours=1), NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    ("said", "at"), [(None, LATE), (NOW, NOW), (EARLY - timedelta(days=1), EARLY), (LATE + timedelta(days=1), LATE)]
)
def test_a_phones_clock_is_believed_within_reason(said, at):
    assert moment_of(said, EARLY, LATE) == at


@pytest.mark.parametrize(
    ("opened", "closed", "open_"),
    [
        (None, None, False),
        (EARLY, None, True),
        (LATE, None, False),
        (EARLY, EARLY, False),
        (EARLY, LATE, True),
        (EARLY, NOW, True),
    ],
)
def test_what_was_scanned_before_it_closed_counts(opened, closed, open_):
    assert was_open(opened, closed, NOW) is open_


@pytest.mark.parametrize(("days", "may"), [(-1, True), (0, True), (1, False)])
def test_check_in_opens_on_the_day(days, may):
    today = NOW.date()
    assert may_open(today + timedelta(days=days), today) is may
    assert may_open(None, today)
