"""What may be exempted, and how far a decision reaches: pure."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.rulebook.rules.exempting import covers, exemptible, kept
from tongxin.rulebook.rules.metrics import METRICS

SUMS = st.fractions(min_value=0, max_value=10**9, max_denominator=5000)


@pytest.mark.parametrize(
    ("metric", "limit", "may"),
    [
        ("sum_per_member_year", 150000, True), ("sum_per_event_head", 1, True), ("sum_per_festival_head", 1, True),
        ("share_of_participants", Fraction(2, 3), True), ("ratio_to_income", Fraction(1, 2), True), ("ratio_to_budget", Fraction(1, 2), True),
        ("count_per_year", 1, True), ("nights", 1, True), ("nights", 0, False), ("sum_per_event_head", 0, False),
        ("threshold_headcount", 1000, False), ("deadline_days", 20, False), ("quorum", Fraction(2, 3), False),
        ("kind_in_set", ("现金",), False), ("date_in_set", ("中秋",), False), ("member_state_in", ("in_standing",), False),
        ("has_document", ("预算",), False), ("role_disjoint", ("payee",), False), ("place_in_region", ("CN-34",), False),
        ("place_in_set", ("黄山",), False), ("supplement", 100, False),
    ],
)  # fmt: skip
def test_limits_may_be_gone_beyond_and_prohibitions_not(metric, limit, may):
    assert exemptible(metric, METRICS[metric].operator, limit) is may


@given(SUMS, SUMS)
def test_a_decision_covers_the_same_or_less_and_nothing_worse(decided, value):
    assert covers(kept(decided), value) is (value <= decided)
    assert covers(kept(decided), decided)


@given(SUMS)
def test_what_is_kept_is_exact(value):
    assert Fraction(kept(value)) == value
    assert not covers(kept(value), value + Fraction(1, 10**12))


@pytest.mark.parametrize("value", [None, ("现金",)])
def test_what_is_no_number_is_never_covered(value):
    assert not covers("100", value)
    with pytest.raises(TypeError):
        kept(value)
