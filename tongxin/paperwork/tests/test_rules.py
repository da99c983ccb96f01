"""Sums as they are typed, and lines that multiply."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.core.amounts import NotAnAmount, amount, counted, fen, plain, product
from tongxin.paperwork.rules.lines import WrongLine, line, total

MONEY = st.integers(0, 10**9).map(lambda n: Decimal(n) / 100)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1234.5", "1234.50"), ("¥1,234.50", "1234.50"), ("￥1,234.50", "1234.50"), ("1,234.5元", "1234.50"), ("1.2万", "12000.00"),
        ("1.2万元", "12000.00"), ("１２．５", "12.50"), (" 80 元", "80.00"), ("0", "0.00"), ("-0", "0.00"), ("1.23456万", "12345.60"),
        ("3.10", "3.10"), ("3.100", "3.10"), ("1，234", "1234.00"), ("80元整", "80.00"),
    ],
)  # fmt: skip
def test_sums_are_understood_as_people_write_them(typed, value):
    assert str(amount(typed)) == value


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("-3", "negative"), ("¥-3", "negative"), ("-¥3", "negative"), ("3.141", "too_fine"), ("1.2345678万", "too_fine"),
        ("99999999999", "too_large"), ("一百", "not_understood"), ("1,23", "not_understood"), ("1e5", "not_understood"),
        ("", "not_understood"), ("3元5角", "not_understood"), ("²", "not_understood_or_two"), ("9" * 5000, "not_understood"),
    ],
)  # fmt: skip
def test_what_is_no_sum_is_refused_with_its_reason(typed, code):
    if code == "not_understood_or_two":
        assert str(amount(typed)) == "2.00"  # NFKC reads a raised two as two
        return
    with pytest.raises(NotAnAmount) as caught:
        amount(typed)
    assert caught.value.code == code


@given(MONEY)
def test_what_is_shown_in_a_box_is_read_back_as_it_was(value):
    assert amount(plain(value)) == value
    assert amount(counted(value)) == value
    assert fen(amount(plain(value))) == value * 100


def d(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(
    ("price", "count", "given_", "kept"),
    [
        ("1.50", "120", None, ("1.50", "120", "180.00")),
        ("1.50", None, None, ("1.50", "1", "1.50")),
        ("1.50", "120", "180", ("1.50", "120", "180")),
        (None, None, "80.05", ("80.05", "1", "80.05")),
        (None, "4", "100", ("25.00", "4", "100")),
        ("3.33", "1.5", None, ("3.33", "1.5", "5.00")),
        ("3.33", "1.5", "5.00", ("3.33", "1.5", "5.00")),
    ],
)
def test_a_line_is_completed(price, count, given_, kept):
    found = line("水", d(price), d(count), "瓶", d(given_), "")
    assert (found.price, found.count, found.amount) == tuple(Decimal(each) for each in kept)
    assert found.multiplies


@pytest.mark.parametrize(
    ("item", "price", "count", "given_", "code", "field"),
    [
        ("", "1", "1", None, "no_item", "item"),
        ("水", None, "3", None, "no_amount", "price"),
        ("水", "1.50", "120", "181", "does_not_multiply", "amount"),
        ("水", None, "3", "100", "does_not_multiply", "amount"),
        ("水", None, "0", "100", "does_not_multiply", "amount"),
        ("水", "9999999999", "9999", None, "too_large", "amount"),
    ],
)
def test_a_line_that_cannot_be_is_refused(item, price, count, given_, code, field):
    with pytest.raises(WrongLine) as caught:
        line(item, d(price), d(count), "", d(given_), "")
    assert (caught.value.code, caught.value.field) == (code, field)


@given(st.lists(st.tuples(MONEY, st.integers(0, 1000).map(Decimal)), max_size=30))
def test_the_total_is_the_exact_sum(pairs):
    lines = [
        line("水", price / 100 // Decimal("0.01") * Decimal("0.01"), count, "", None, "") for price, count in pairs
    ]
    assert total(lines) == sum((each.amount for each in lines), Decimal(0))
    assert all(each.amount == product(each.price, each.count) for each in lines)
