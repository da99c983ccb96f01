"""What people write in cells, and what it means."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.core.sheets.cells import (
    BadCell,
    Day,
    day,
    identifier,
    label,
    number,
    person_name,
    phone,
    sex,
    text,
    whole,
    yes_no,
)
from tongxin.core.sheets.cells.days import from_serial

GOOD: list[tuple[Any, Any, Any]] = [
    (text, " ＡＢ１２　说明，好\r\n 第二行 ", "AB12 说明，好\n第二行"),
    (text, 30.0, "30"),
    (text, 45.3 * 3, "135.9"),
    (text, 0.1 + 0.2, "0.3"),
    (text, 134.99999999999997, "135"),
    (text, 1.005, "1.005"),
    (text, 9007199254740991.0, "9007199254740991.0"),
    (label, "数 学 系　分工会", "数学系分工会"),
    (label, "MBA  中心", "MBA 中心"),
    (person_name, "张　三", "张三"),
    (person_name, "\u200b 欧阳 娜 ", "欧阳娜"),
    (person_name, "阿依古丽·买买提", "阿依古丽·买买提"),
    (person_name, "阿依古丽• 买买提", "阿依古丽·买买提"),
    (person_name, "John  Smith", "John Smith"),
    (person_name, "赵龑", "赵龑"),
    (person_name, "𠮷田", "𠮷田"),
    (identifier, 2018026.0, "2018026"),
    (identifier, "００12３", "00123"),
    (identifier, '="0123"', "0123"),
    (identifier, "'0123", "0123"),
    (identifier, "2E5", "2E5"),
    (identifier, "", ""),
    (phone, 13800138000.0, "13800138000"),
    (phone, "+86 138-0013-8000", "13800138000"),
    (phone, "１３８　００１３　８０００", "13800138000"),
    (phone, "(010)62781234", "010-62781234"),
    (phone, "01062781234", "010-62781234"),
    (phone, "0571-87951234转801", "0571-87951234-801"),
    (phone, "无", ""),
    (sex, "男 ", "male"),
    (sex, "Ｆ", "female"),
    (sex, 2.0, "female"),
    (sex, "", ""),
    (yes_no, "√", True),
    (yes_no, "否", False),
    (yes_no, "", None),
    (number, "1，200 人", Decimal(1200)),
    (number, "1.2万", Decimal(12000)),
    (number, "¥30.5元", Decimal("30.5")),
    (number, "—", None),
    (whole, "约30人", 30),
]
BAD: list[tuple[Any, Any, str]] = [
    (person_name, "张三2", "cell.name_digits"),
    (person_name, "张?", "cell.name_lost_character"),
    (person_name, "张三、李四", "cell.name_note"),
    (identifier, "1.23E+17", "cell.digits_lost"),
    (identifier, 12345678901234567.0, "cell.digits_lost"),
    (identifier, 1.5, "cell.not_an_identifier"),
    (identifier, "张三", "cell.not_an_identifier"),
    (phone, "1380013800", "cell.phone_length"),
    (phone, "138001380001", "cell.phone_length"),
    (phone, "1.38E+10", "cell.digits_lost"),
    (phone, "138****8000", "cell.phone_masked"),
    (phone, "13800138000/13900139000", "cell.phone_several"),
    (phone, "问本人", "cell.not_a_phone"),
    (sex, "先生", "cell.not_a_sex"),
    (yes_no, "也许", "cell.not_yes_no"),
    (number, "30-40人", "cell.number_range"),
    (number, "全体", "cell.not_a_number"),
    (whole, "1.5", "cell.not_whole"),
    (whole, "-3", "cell.not_whole"),
]
DAYS: list[tuple[Any, str, str]] = [
    (31199, "1985-06-01", "day"),
    (31199.5, "1985-06-01", "day"),
    (date(1985, 6, 1), "1985-06-01", "day"),
    (datetime(1985, 6, 1, 8, 30), "1985-06-01", "day"),
    (1985.06, "1985-06-01", "month"),
    (1985.12, "1985-12-01", "month"),
    (1985.2, "1985-02-01", "month"),
    ("1985.10", "1985-10-01", "month"),
    ("1985.1", "1985-01-01", "month"),
    ("1985年6月", "1985-06-01", "month"),
    ("1985 年 6 月 1 日", "1985-06-01", "day"),
    ("１９８５／６／１", "1985-06-01", "day"),
    ("1985-06-01 00:00:00", "1985-06-01", "day"),
    ("19850601", "1985-06-01", "day"),
    (19850601.0, "1985-06-01", "day"),
    (198506, "1985-06-01", "month"),
    ("85.6.1", "1985-06-01", "day"),
    ("31199", "1985-06-01", "day"),
    ("1985年", "1985-01-01", "year"),
    (1985, "1985-01-01", "year"),
]
BAD_DAYS = [
    ("2020-13-02", "cell.no_such_day"),
    ("2021-02-29", "cell.no_such_day"),
    ("3020-01-01", "cell.no_such_day"),
    (1985.1, "cell.day_ambiguous"),
    ("26.5.3", "cell.day_ambiguous"),
    ("去年", "cell.not_a_day"),
    (True, "cell.not_a_day"),
    (60, "cell.not_a_day"),
]


@pytest.mark.parametrize(("parser", "written", "meant"), GOOD)
def test_a_cell_means(parser: Any, written: Any, meant: Any) -> None:
    assert parser(written) == meant


@pytest.mark.parametrize(("parser", "written", "code"), BAD)
def test_a_cell_is_refused_with_its_code(parser: Any, written: Any, code: str) -> None:
    with pytest.raises(BadCell) as caught:
        parser(written)
    assert caught.value.code == code


@pytest.mark.parametrize(("written", "meant", "precision"), DAYS)
def test_a_day_is_known_as_precisely_as_it_was_written(written: Any, meant: str, precision: Any) -> None:
    assert day(written) == Day(date.fromisoformat(meant), precision)


@pytest.mark.parametrize(("written", "code"), BAD_DAYS)
def test_a_day_that_cannot_be_is_refused(written: Any, code: str) -> None:
    with pytest.raises(BadCell) as caught:
        day(written)
    assert caught.value.code == code


def test_sentences_say_what_is_wrong() -> None:
    with pytest.raises(BadCell, match="只有10位，少1位"):
        phone("1380013800")
    with pytest.raises(BadCell, match="没有13月。照原样留着，改好再传"):
        day("2020-13-02")


def test_in_a_csv_january_may_have_lost_its_zero() -> None:
    with pytest.raises(BadCell) as caught:
        day("1985.1", loose=True)
    assert caught.value.code == "cell.day_ambiguous"


def test_serials_count_the_day_that_never_was() -> None:
    assert [from_serial(number) for number in (1, 59, 61)] == [date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1)]


@given(st.dates(date(1920, 1, 2), date(2099, 12, 31)))
def test_every_way_to_write_a_day_means_that_day(some: date) -> None:
    ways: list[str | int] = [
        some.isoformat(),
        f"{some.year}.{some.month}.{some.day}",
        f"{some.year}年{some.month}月{some.day}日",
        f"{some:%Y%m%d}",
    ]
    ways += [f"{some.year}/{some.month:02}/{some.day:02}", (some - date(1899, 12, 30)).days]
    assert {day(way) for way in ways} == {Day(some, "day")}


@given(
    st.one_of(
        st.text(), st.floats(), st.integers(), st.booleans(), st.dates(), st.datetimes(), st.times(), st.timedeltas()
    )
)
def test_no_cell_breaks_a_parser(value: Any) -> None:
    for parser in (text, label, person_name, identifier, phone, sex, yes_no, number, whole, day):
        try:
            parser(value)
        except BadCell as bad:
            assert bad.code.startswith("cell.") and bad.sentence
