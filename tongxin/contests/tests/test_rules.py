"""Marks as people write them, ranks, points, standings, heats."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.contests.rules.homes import home_of
from tongxin.contests.rules.marks import NONE, Reading, Unreadable, decimals, read, shown
from tongxin.contests.rules.scoring import DEFAULT_TABLE, Standing, points, ranks, standings
from tongxin.contests.rules.seeding import Entrant, seeded

READ = [
    ("time", "12.35", "12.35"), ("time", "１２．３５", "12.35"), ("time", "12。35", "12.35"), ("time", "12.35秒", "12.35"),
    ("time", "12秒35", "12.35"), ("time", "12\"35", "12.35"), ("time", "1:02.4", "62.4"), ("time", "1：02.4", "62.4"),
    ("time", "1分02秒4", "62.4"), ("time", "1 分 2 秒", "62"), ("time", "1′02″4", "62.4"), ("time", "1'02\"4", "62.4"),
    ("time", "3分", "180"), ("time", "3分5", "185"), ("time", "1:02:03", "3723"), ("time", "1小时2分3秒5", "3723.5"),
    ("time", "75.3", "75.3"), ("distance", "5.32", "5.32"), ("distance", "5.32m", "5.32"), ("distance", "5米32", "5.32"),
    ("distance", "5M32", "5.32"), ("distance", "5.32米", "5.32"), ("distance", "532cm", "5.32"), ("distance", "1米8", "1.8"),
    ("distance", "5米05", "5.05"), ("distance", "5米5厘米", "5.05"), ("distance", "160公分", "1.6"), ("score", "0", "0"),
    ("score", "87.5分", "87.5"), ("score", "130个", "130"), ("rank", "1", "1"), ("rank", "第2名", "2"),
    ("rank", "第三名", "3"), ("rank", "冠军", "1"),
]  # fmt: skip
UNREADABLE = [
    ("time", "快"), ("time", "1:72"), ("time", "1分72秒"), ("time", "1:62:03"), ("time", "-3"), ("time", "0"), ("time", "秒"),
    ("time", "12.3456"), ("time", "12.35.1"), ("time", "5米32"), ("distance", "5分32"), ("distance", "0"),
    ("distance", "远"), ("score", "1e3"), ("score", "9999999"), ("rank", "0"), ("rank", "1.5"), ("rank", "第名"), ]  # fmt: skip


@pytest.mark.parametrize(("measure", "text", "value"), READ)
def test_marks_are_read_as_people_write_them(measure, text, value):
    assert read(text, measure) == Reading(Decimal(value))


@pytest.mark.parametrize(("text", "words"), [("弃权", "absent"), (" DNS ", "absent"), ("犯规", "foul"), ("没完成", "retired"), ("无成绩", "nothing")])  # fmt: skip
@pytest.mark.parametrize("measure", ["time", "distance", "score", "rank"])
def test_words_stand_in_place_of_a_mark(measure, text, words):
    assert read(text, measure) == Reading(words=words)


@pytest.mark.parametrize(("measure", "text"), UNREADABLE)
def test_what_is_no_mark_is_refused(measure, text):
    with pytest.raises(Unreadable):
        read(text, measure)


def test_an_empty_cell_is_no_mark():
    assert read("  ", "time") is NONE


@pytest.mark.parametrize(
    ("measure", "value", "places", "text"),
    [
        ("time", "12.3", 2, "12.30"), ("time", "62.4", 0, "1:02.4"), ("time", "62", 0, "1:02"), ("time", "3723.5", 0, "1:02:03.5"),
        ("time", "60", 2, "1:00.00"), ("distance", "5.3", 0, "5.30"), ("score", "130", 0, "130"), ("rank", "2", 0, "2"),
    ],
)  # fmt: skip
def test_marks_are_shown_alike(measure, value, places, text):
    assert shown(Decimal(value), measure, places) == text


def test_a_column_has_as_many_decimals_as_its_finest_mark():
    assert decimals([Decimal("12.350"), Decimal("13.000"), None]) == 2
    assert decimals([Decimal(100)]) == decimals([]) == 0


@given(
    st.sampled_from(["time", "distance", "score"]),
    st.decimals(min_value="0.001", max_value=99_999, places=3),
    st.integers(0, 3),
)
def test_what_is_shown_is_read_back_exactly(measure, value, places):
    assert read(shown(value, measure, places), measure).value == value


@pytest.mark.parametrize(
    ("measure", "marks", "expected"),
    [
        ("time", [13, 12, 12, None, 14], [3, 1, 1, None, 4]),
        ("distance", [5, 6, 5], [2, 1, 2]),
        ("score", [0, 90], [2, 1]),
        ("rank", [2, 1, 3, 3, None], [2, 1, 3, 3, None]),
        ("time", [], []),
    ],
)
def test_equal_marks_share_a_rank_and_the_next_is_left_out(measure, marks, expected):
    assert ranks(measure, [None if mark is None else Decimal(mark) for mark in marks]) == expected


@given(st.lists(st.none() | st.integers(1, 9).map(Decimal), max_size=20), st.sampled_from(["time", "distance"]))
def test_a_rank_is_one_more_than_how_many_are_better(marks, measure):
    for mark, rank in zip(marks, ranks(measure, marks), strict=True):
        better = [other for other in marks if other is not None and mark is not None and (other < mark if measure == "time" else other > mark)]  # fmt: skip
        assert rank == (None if mark is None else 1 + len(better))


@pytest.mark.parametrize(("rank", "factor", "worth"), [(1, 1, 7), (6, 1, 1), (7, 1, 0), (None, 1, 0), (2, 2, 10)])
def test_points_follow_the_table(rank, factor, worth):
    assert points(rank, DEFAULT_TABLE, factor) == worth


def test_firsts_break_a_tie_and_who_is_equal_in_both_shares_the_rank():
    results = [(1, 2, 5), (1, 3, 2), (2, 1, 7), (3, 1, 7), (4, None, 0)]
    assert standings(results, {3: 0, 2: 1}) == [
        Standing(3, 7, 1, 1), Standing(2, 7, 1, 1), Standing(1, 7, 0, 3), Standing(4, 0, 0, 4),
    ]  # fmt: skip


@given(st.lists(st.integers(1, 5), min_size=1, max_size=60), st.integers(1, 12), st.randoms())
def test_heats_are_balanced_spread_the_units_and_depend_on_nobodys_order(units, lanes, chance):
    entrants = [Entrant(f"p{n}", unit) for n, unit in enumerate(units)]
    heats = seeded(entrants, lanes, "7")
    assert sorted(key for heat in heats for key in heat) == sorted(each.key for each in entrants)
    sizes = [len(heat) for heat in heats]
    assert len(heats) == -(-len(units) // lanes)
    assert max(sizes) <= lanes and max(sizes) - min(sizes) <= 1
    unit_of = {each.key: each.unit for each in entrants}
    for unit in set(units):
        of_unit = [Counter(unit_of[key] for key in heat)[unit] for heat in heats]
        assert max(of_unit) - min(of_unit) <= 1
    chance.shuffle(entrants)
    assert seeded(entrants, lanes, "7") == heats


def test_nobody_makes_no_heat():
    assert seeded([], 8, "1") == []


@pytest.mark.parametrize(("path", "top", "home"), [("1.4.", "1.", 4), ("1.4.9.", "1.", 4), ("1.4.9.", "1.4.", 9), ("1.", "1.", 1), ("1.5.", "1.4.", 5)])  # fmt: skip
def test_people_compete_for_the_unit_right_below_the_one_that_holds_the_meeting(path, top, home):
    assert home_of(path, top) == home
