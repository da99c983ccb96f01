"""Rules as tables: what speaks against a pack, what a mark on an old list means, what is a signature, how slots are cut."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import NOW
from tongxin.collecting.rules import codes
from tongxin.collecting.rules.handing import Claim, against, is_handing
from tongxin.collecting.rules.marks import Mark, read_mark
from tongxin.collecting.rules.signing import LONGEST, read_signature
from tongxin.collecting.rules.slots import slots_of
from tongxin.core.passes import read_pass
from tongxin.core.spans import EVERY, WEEKENDS, read_times

SECRET = b"s" * 32
GONE = date(2020, 10, 1)


@pytest.mark.parametrize(
    ("claim", "no", "excused"),
    [
        (Claim(pack=1), "", ""),
        (Claim(), "no_pack", "no_pack"),
        (Claim(pack=1, struck=True), "struck", "struck"),
        (Claim(pack=1, ours=False), "not_yours", "not_yours"),
        (Claim(pack=1, gone_on=GONE), "left", ""),
        (Claim(pack=1, way="delivery"), "delivery", ""),
        (Claim(pack=1, way="donation"), "donation", ""),
        (Claim(pack=1, gone_on=GONE, struck=True, ours=False), "not_yours", "not_yours"),
        (Claim(gone_on=GONE), "no_pack", "no_pack"),
    ],
)
def test_what_speaks_against_a_pack(claim, no, excused):
    assert against(claim) == no
    assert against(claim, excused=True) == excused


@pytest.mark.parametrize(
    ("state", "closed", "open_"),
    [
        ("handing", None, True),
        ("closed", NOW, True),
        ("closed", NOW - timedelta(seconds=1), False),
        ("closed", None, False),
        ("choosing", None, False),
        ("cancelled", NOW, False),
    ],
)
def test_what_was_scanned_before_a_round_was_closed_counts(state, closed, open_):
    assert is_handing(state, closed, NOW) is open_


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("✓", Mark(True)),
        ("√", Mark(True)),
        ("已领", Mark(True)),
        ("已签", Mark(True)),
        ("签名", Mark(True)),
        ("1", Mark(True)),
        ("张三", Mark(True)),
        (" 张 三 ", Mark(True)),
        ("李四", Mark(True, "李四")),
        ("代：李四", Mark(True, "李四")),
        ("李四代领", Mark(True, "李四")),
        ("（代）李四", Mark(True, "李四")),
        ("(李四代)", Mark(True, "李四")),
        ("由李四代领", Mark(True, "李四")),
        ("代领", Mark(True)),
        ("", Mark(False)),
        ("　", Mark(False)),
        ("—", Mark(False)),
        ("/", Mark(False)),
        ("×", Mark(False)),
        ("未领", Mark(False)),
        ("没领，出差", Mark(False)),
        ("放弃", Mark(False)),
    ],
)
def test_what_a_mark_on_an_old_list_means(text, mark):
    assert read_mark(text, "张三") == mark


def test_a_name_that_begins_like_a_proxy_is_the_own():
    assert read_mark("代小明", "代小明") == Mark(True)


@given(st.text(max_size=20), st.text(max_size=5))
def test_no_mark_is_too_odd(text, name):
    assert isinstance(read_mark(text, name).given, bool)


@pytest.mark.parametrize(
    "path",
    ["M1 1L2 2L3 3L4 4L5 5L6 6", "M0 0L600 220L1 1M5 5L6 6L7 7"],
)
def test_a_signature_is_strokes_on_the_grid(path):
    assert read_signature(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "", "M1 1", "M1 1L2 2", "L1 1L2 2L3 3L4 4L5 5L6 6", "M601 1L2 2L3 3L4 4L5 5L6 6", "M1 221L2 2L3 3L4 4L5 5L6 6",
        'M1 1L2 2L3 3L4 4L5 5L6 6"/><script>', "M1 1L2 2L3 3L4 4L5 5L6 6 ", "m1 1l2 2l3 3l4 4l5 5l6 6", "M1.5 1L2 2L3 3L4 4L5 5L6 6",
        "M1 1" + "L2 2" * (LONGEST // 4), "M１ 1L2 2L3 3L4 4L5 5L6 6",
    ],
)  # fmt: skip
def test_what_is_no_signature(path):
    assert read_signature(path) is None


@given(st.text(alphabet="ML0123456789 ", max_size=80))
def test_what_is_taken_as_a_signature_is_harmless(text):
    found = read_signature(text)
    assert found is None or set(found) <= set("ML0123456789 ")


def test_slots_are_cut_from_hours_and_the_rest_is_one_too():
    day = date(2020, 10, 21)
    made = slots_of(day, day, read_times("8:00-9:30"), days=EVERY, minutes=60)
    assert [(begins.hour, ends.hour, ends.minute) for begins, ends in made] == [(8, 9, 0), (9, 9, 30)]
    assert slots_of(day, day, read_times("8:00-9:30"), days=EVERY, minutes=None) == [
        (datetime(2020, 10, 21, 8), datetime(2020, 10, 21, 9, 30))
    ]
    assert slots_of(day, day, read_times("8:00-9:30"), days=WEEKENDS, minutes=30) == []


@given(st.integers(5, 720), st.integers(0, 20))
def test_slots_cover_their_hours_without_gap(minutes, days):
    first = date(2020, 10, 21)
    last = first + timedelta(days=days)
    made = slots_of(first, last, read_times("8:00-12:10"), days=EVERY, minutes=minutes)
    assert sum((ends - begins for begins, ends in made), timedelta()) == (days + 1) * timedelta(hours=4, minutes=10)
    assert all(begins < ends for begins, ends in made)
    assert all(one[1] <= other[0] for one, other in pairwise(made))


@given(st.integers(0, 4000), st.integers(1, 10**9))
def test_digits_lead_back_to_the_line(number, first):
    typed = codes.digits_of(SECRET, first + number, first)
    assert len(typed) == 4
    assert codes.entitled_of(SECRET, typed, first) == first + number


def test_a_pass_of_a_round_says_so():
    found = read_pass(codes.pass_code(SECRET, 3, 4))
    assert found is not None
    assert (found.mark, found.thing, found.person) == ("TX2", 3, 4)
