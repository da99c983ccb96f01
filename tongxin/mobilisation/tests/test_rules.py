"""Rules as tables."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.core.spans import Span, Unreadable, days_between, read_times, write_times
from tongxin.mobilisation.rules.board import Line, added, is_late, rank
from tongxin.mobilisation.rules.questions import counted, in_order, keeps_too_long
from tongxin.mobilisation.rules.shifts import DutyLine, overlap, read_duties, write_duties

DAY = date(2020, 2, 10)


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        ("8:00-12:00", [(8, 12)]),
        ("14:00—18:00、8：00 - 12：00", [(8, 12), (14, 18)]),
        ("8:00到12:00和8:00-12:00", [(8, 12)]),
        ("18:00-24:00", [(18, 0)]),
    ],
)
def test_times_as_people_type_them(words, spans):
    assert read_times(words) == [Span(time(first), time(last)) for first, last in spans]


@pytest.mark.parametrize("words", ["", "上午", "8-12", "8:00-25:00", "8:00-12:00 下午", "8:70-9:00"])
def test_what_is_no_time(words):
    with pytest.raises(Unreadable):
        read_times(words)


@given(st.lists(st.tuples(st.times(), st.times()), min_size=1, max_size=4))
def test_times_are_read_as_they_are_written(pairs):
    spans = sorted(
        {Span(one.replace(second=0, microsecond=0), two.replace(second=0, microsecond=0)) for one, two in pairs},
        key=lambda span: (span.starts, span.ends),
    )
    assert read_times(write_times(spans)) == spans


@given(st.times(), st.times())
def test_a_span_is_never_empty_and_never_longer_than_a_day(starts, ends):
    begin, end = Span(starts, ends).on(DAY)
    assert timedelta(0) < end - begin <= timedelta(days=1)


def test_posts_as_people_type_them():
    words = "测温：给进门的人测体温；要求：能站两小时\n\n登记\n测温：又一次\n消毒:擦门把手"
    found = [DutyLine("测温", "给进门的人测体温", "能站两小时"), DutyLine("登记"), DutyLine("消毒", "擦门把手")]
    assert read_duties(words) == found
    assert read_duties(write_duties(found)) == found


@pytest.mark.parametrize(("which", "count"), [("every", 14), ("workdays", 10), ("weekends", 4)])
def test_days(which, count):
    assert len(list(days_between(DAY, DAY + timedelta(days=13), which))) == count


MOMENTS = st.integers(0, 50).map(lambda hour: datetime(2020, 2, 10) + timedelta(hours=hour))
SPANS = st.tuples(MOMENTS, st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + timedelta(hours=pair[1])))


@given(SPANS, SPANS)
def test_overlapping_is_mutual_and_means_a_common_hour(one, other):
    hours = [one[0] + timedelta(hours=n) for n in range(int((one[1] - one[0]).total_seconds()) // 3600)]
    assert overlap(one, other) == overlap(other, one) == any(other[0] <= hour < other[1] for hour in hours)


@pytest.mark.parametrize(
    ("state", "read", "place"),
    [("todo", False, 0), ("doing", True, 0), ("cannot", True, 2), ("done", True, 5), ("done", False, 5)],
)
def test_what_is_late_stands_first(state, read, place):
    assert rank(Line(state, read), DAY, DAY + timedelta(days=1)) == place
    assert is_late(state, DAY, DAY + timedelta(days=1)) == (place == 0)
    assert not is_late(state, DAY, DAY)


def test_numbers_add_up_where_they_are_told():
    lines = [Line("done", True, 128, 130), Line("todo", True, None, 50), Line("doing", True, 3, None)]
    assert added(lines) == (131, 130)


@pytest.mark.parametrize(("days", "too_long"), [(0, True), (1, False), (30, False), (31, True), (-3, True)])
def test_thirty_days(days, too_long):
    assert keeps_too_long(days) is too_long


def test_nothing_is_counted_of_few():
    row = {"well": False, "temperature": Decimal("38.0"), "away": True}
    assert counted(["well", "temperature", "away"], [row] * 4) == {}
    assert counted(["well", "note"], [row] * 5) == {"well": 5}
    assert in_order(["note", "blood", "well", "well"]) == ["well", "note"]
