"""Times of plans: what is written, and from when to when it reaches."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tongxin.core.sheets.cells import BadCell, span

SPANS: list[tuple[Any, str, str, str, str]] = [
    ("3月", "03-01", "03-31", "month", ""),
    ("3月份", "03-01", "03-31", "month", ""),
    ("十一月", "11-01", "11-30", "month", ""),
    ("2020.05", "05-01", "05-31", "month", ""),
    (2020.05, "05-01", "05-31", "month", ""),
    ("2020/3", "03-01", "03-31", "month", ""),
    ("二〇二〇年五月", "05-01", "05-31", "month", ""),
    ("3月上旬", "03-01", "03-10", "ten_days", ""),
    ("2月下旬", "02-21", "02-29", "ten_days", ""),
    ("三月中下旬", "03-11", "03-31", "ten_days", ""),
    ("5月底", "05-21", "05-31", "ten_days", ""),
    ("4月下旬至5月上旬", "04-21", "05-10", "ten_days", ""),
    ("4月中旬-下旬", "04-11", "04-30", "ten_days", ""),
    ("6月25日", "06-25", "06-25", "day", ""),
    ("6.25", "06-25", "06-25", "day", ""),
    (6.25, "06-25", "06-25", "day", ""),
    (43900, "03-10", "03-10", "day", ""),
    (date(2020, 3, 10), "03-10", "03-10", "day", ""),
    ("十月二十五日", "10-25", "10-25", "day", ""),
    ("11月25日（周三）下午14:00", "11-25", "11-25", "day", ""),
    ("6月25日-28日", "06-25", "06-28", "day", ""),
    ("6月25日—7月3日", "06-25", "07-03", "day", ""),
    ("3月-4月", "03-01", "04-30", "month", ""),
    ("3-4月", "03-01", "04-30", "month", ""),
    ("3、4月", "03-01", "04-30", "month", ""),
    ("2020.3-2020.5", "03-01", "05-31", "month", ""),
    ("第二季度", "04-01", "06-30", "quarter", ""),
    ("Q4", "10-01", "12-31", "quarter", ""),
    ("一、二季度", "01-01", "06-30", "half", ""),
    ("2020年下半年", "07-01", "12-31", "half", ""),
    ("全年", "01-01", "12-31", "year", ""),
    ("每周三", "01-01", "12-31", "year", "week"),
    ("3月-12月每周三", "03-01", "12-31", "month", "week"),
    ("每季度一次", "01-01", "12-31", "year", "quarter"),
    ("教师节", "09-10", "09-10", "day", ""),
    ("五一前后", "04-24", "05-08", "ten_days", ""),
    ("中秋节", "10-01", "10-01", "day", ""),
    ("9月10日左右", "09-03", "09-17", "ten_days", ""),
]


@pytest.mark.parametrize(("written", "start", "end", "precision", "repeats"), SPANS)
def test_a_time_of_a_plan_reaches(written: Any, start: str, end: str, precision: str, repeats: str) -> None:
    found = span(written, 2020)
    assert found
    assert (f"{found.start:%m-%d}", f"{found.end:%m-%d}", found.precision, found.repeats) == (
        start,
        end,
        precision,
        repeats,
    )
    assert found.start.year == found.end.year == 2020


@pytest.mark.parametrize("written", ["", "待定", "时间待定", "另行通知", "—", "视情况而定"])
def test_what_is_left_open_is_none(written: str) -> None:
    assert span(written, 2020) is None


def test_a_span_over_the_new_year_ends_in_the_next() -> None:
    found = span("12月-1月", 2020)
    assert found and (found.start, found.end) == (date(2020, 12, 1), date(2021, 1, 31))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("13月", "cell.no_such_day"),
        ("2月30日", "cell.no_such_day"),
        ("尽快", "cell.not_a_span"),
        (6.1, "cell.day_ambiguous"),
        (3, "cell.not_a_span"),
    ],
)
def test_a_time_that_cannot_be_is_refused(written: Any, code: str) -> None:
    with pytest.raises(BadCell) as caught:
        span(written, 2020)
    assert caught.value.code == code


PIECES = st.lists(
    st.sampled_from(list("0123456789年月日上中下旬初底至-、.每周季度第一二三四十五六全半前后")), max_size=12
).map("".join)


@example("0000")
@example("0000-1-1")
@given(st.one_of(PIECES, st.text(max_size=20), st.floats(), st.integers()))
def test_no_text_breaks_it_and_no_span_runs_backwards(written: Any) -> None:
    try:
        found = span(written, 2020)
    except BadCell:
        return
    assert found is None or found.start <= found.end
