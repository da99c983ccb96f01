"""Targets and trees, as tables and in general."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.goals.rules.targets import reached, read, share_of, written
from tongxin.goals.rules.tree import below, would_circle


@pytest.mark.parametrize(
    ("typed", "value"),
    [("15", 15), ("75%", Fraction(3, 4)), ("66.7％", Fraction(667, 1000)), ("3/4", Fraction(3, 4)), ("1,200", 1200), ("0", 0),
     ("", None), ("很多", None), ("-3", None), ("3/0", None), ("1e9", None), ("15项", None)],
)  # fmt: skip
def test_a_target_is_read_exactly(typed, value):
    assert read(typed) == value


@pytest.mark.parametrize(
    ("typed", "fen"),
    [("45万", 45_000_000), ("¥1,234.50", 123_450), ("300元", 30_000), ("-3", None), ("1.005", None), ("很多", None)],
)
def test_a_target_of_money_is_read_in_fen(typed, fen):
    assert read(typed, "元") == fen


@given(st.integers(0, 10**9))
def test_what_is_written_reads_the_same(number):
    assert read(written(Fraction(number), "项")) == number
    assert read(written(Fraction(number), "元"), "元") == number
    assert read(written(Fraction(number % 1001, 1000), "%")) == Fraction(number % 1001, 1000)


@pytest.mark.parametrize(
    ("value", "direction", "there", "share"),
    [(4, "least", False, 80), (5, "least", True, 100), (6, "most", False, 0), (5, "most", True, 100), (5, "exactly", True, 100),
     (6, "exactly", False, 100), (None, "most", False, 0)],
)  # fmt: skip
def test_whether_a_target_of_five_is_reached(value, direction, there, share):
    assert (reached(value, Fraction(5), direction), share_of(value, Fraction(5), direction)) == (there, share)


@given(
    st.one_of(st.none(), st.fractions(0, 10**6)), st.fractions(0, 10**6), st.sampled_from(["least", "most", "exactly"])
)
def test_a_share_is_a_share(value, target, direction):
    share = share_of(value, target, direction)
    assert 0 <= share <= 100
    assert share == 100 or not reached(value, target, direction)


@given(st.dictionaries(st.integers(0, 8), st.integers(0, 8)))
def test_a_tree_ends_even_where_it_is_none(parents):
    children: dict[int, list[int]] = {}
    for node, parent in parents.items():
        children.setdefault(parent, []).append(node)
    for node in range(9):
        assert len(list(below(children, node))) <= 9
        would_circle(parents, node, parents.get(node))


def test_a_goal_is_not_hung_below_itself():
    parents = {1: None, 2: 1, 3: 2}
    assert would_circle(parents, 1, 3) and would_circle(parents, 1, 1)
    assert not would_circle(parents, 3, 1) and not would_circle(parents, 2, None)
