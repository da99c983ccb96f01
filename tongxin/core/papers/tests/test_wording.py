"""Numbers in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.core.papers import wording


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0元"),
        (9876, "9876元"),
        (9999, "9999元"),
        (10_000, "1万元"),
        (10_001, "1万余元"),
        (18_999, "1万余元"),
        (19_000, "近2万元"),
        (450_000, "45万元"),
        (456_789, "45万余元"),
        (459_000, "近46万元"),
        (99_980_000, "9998万元"),
        (99_999_999, "近1亿元"),
        (100_000_000, "1亿元"),
        (123_000_000, "1.23亿元"),
        (123_456_789, "1.23亿余元"),
        (123_900_000, "近1.24亿元"),
        (-456_789, "负45万余元"),
    ],
)
def test_counts_are_rounded_down_and_say_so(value, words):
    assert wording.round_words(value, "元") == words


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "0元"),
        (987_650, "9876.50元"),
        (999_999, "9999.99元"),
        (1_000_000, "1万元"),
        (1_000_001, "1万余元"),
        (45_678_900, "45万余元"),
        (45_000_050, "45万余元"),
        (10_000_000_001, "1亿余元"),
        (-45_678_900, "负45万余元"),
    ],
)
def test_money_is_never_called_whole_when_it_is_not(fen, words):
    assert wording.round_money(fen) == words


@given(st.integers(0, 10**14))
def test_round_words_never_overstate_without_saying_so(value):
    words = wording.round_words(value)
    number = Decimal(words.strip("近余万亿")) * (10**8 if "亿" in words else 10**4 if "万" in words else 1)
    if words.startswith("近"):
        assert value < number <= value * Decimal("1.1")
    elif "余" in words:
        assert number < value
    else:
        assert number == value


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "零元整"),
        (1, "壹分"),
        (10, "壹角整"),
        (12, "壹角贰分"),
        (100, "壹元整"),
        (103, "壹元零叁分"),
        (1000, "壹拾元整"),
        (1_003, "壹拾元零叁分"),
        (140_950, "壹仟肆佰零玖元伍角整"),
        (600_714, "陆仟零柒元壹角肆分"),
        (1_000_000, "壹万元整"),
        (6_000_000, "陆万元整"),
        (10_500_000, "壹拾万伍仟元整"),
        (10_050_000, "壹拾万零伍佰元整"),
        (10_000_500, "壹拾万零伍元整"),
        (32_504_000, "叁拾贰万伍仟零肆拾元整"),
        (10_000_000_000, "壹亿元整"),
        (10_000_500_000, "壹亿零伍仟元整"),
        (10_005_000_000, "壹亿零伍万元整"),
        (10**14, "壹万亿元整"),
        (12 * 10**13 + 500, "壹万贰仟亿零伍元整"),
        (-6_000_000, "负陆万元整"),
    ],
)
def test_sums_in_capitals(fen, words):
    assert wording.money_capitals(fen) == words


def _parsed(words: str) -> int:
    """Read capitals by values alone, knowing nothing of where 零 belongs."""
    sign = -1 if words.startswith("负") else 1
    words = words.removeprefix("负").removesuffix("整")
    yuan, _mark, rest = words.rpartition("元")
    digits = {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
    fen = sum(digits[rest[rest.index(unit) - 1]] * worth for unit, worth in (("角", 10), ("分", 1)) if unit in rest)
    high, yi, low = yuan.partition("亿") if "亿" in yuan else ("", "", yuan)
    return sign * ((_wan(high, digits) * 10**8 if yi else 0) + _wan(low, digits)) * 100 + sign * fen


def _wan(words: str, digits: dict[str, int]) -> int:
    high, _mark, low = words.rpartition("万")
    return _group(high, digits) * 10**4 + _group(low, digits)


def _group(words: str, digits: dict[str, int]) -> int:
    total, digit = 0, 0
    for sign in words:
        if sign in digits:
            digit = digits[sign]
        else:
            total, digit = total + digit * {"拾": 10, "佰": 100, "仟": 1000}[sign], 0
    return total + digit


@given(st.integers(-(10**18 - 1), 10**18 - 1) | st.integers(0, 10**8))
def test_capitals_say_exactly_the_sum(fen):
    words = wording.money_capitals(fen)
    assert _parsed(words) == fen
    assert "零零" not in words and "零元" not in words.removesuffix("零元整")


def test_sums_beyond_words_are_a_fault():
    with pytest.raises(ValueError):
        wording.money_capitals(10**18)


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (15, 20, "75%"),
        (2, 3, "66.7%"),
        (1, 3, "33.3%"),
        (1, 800, "0.1%"),
        (1, 2000, "0.1%"),  # 0.05 goes up
        (1, 2001, "0%"),
        (0, 7, "0%"),
        (7, 7, "100%"),
        (23, 20, "115%"),
        (-1, 3, "-33.3%"),
        (Fraction(1, 3), 1, "33.3%"),
    ],
)
def test_percent(part, whole, words):
    assert wording.percent(part, whole) == words


def test_percent_of_nothing_is_a_fault():
    with pytest.raises(ZeroDivisionError):
        wording.percent(1, 0)


def test_percent_takes_other_places():
    assert (wording.percent(2, 3, 0), wording.percent(2, 3, 2)) == ("67%", "66.67%")


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")],
)
def test_ordinals(number, words):
    assert wording.ordinal(number) == words


@pytest.mark.parametrize("number", [0, 100, -1])
def test_ordinals_end(number):
    with pytest.raises(ValueError):
        wording.ordinal(number)


def test_days_have_no_leading_zeros():
    assert wording.day_words(date(2021, 1, 2)) == "2021年1月2日"
    assert wording.month_words(date(2021, 1, 2)) == "2021年1月"


@pytest.mark.parametrize(
    ("value", "words"),
    [(15, "15项"), (0, "0项"), (Decimal("36.50"), "36.5项"), (Decimal("1E+3"), "1000项"), (10, "10项")],
)
def test_exact(value, words):
    assert wording.exact(value, "项") == words
