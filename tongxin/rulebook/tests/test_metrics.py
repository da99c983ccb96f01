"""Every metric, as a table: what it measures, and what it says where facts are missing."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tongxin.rulebook.rules.exact import NotExact, exact
from tongxin.rulebook.rules.facts import FACTS
from tongxin.rulebook.rules.metrics import METRICS
from tongxin.rulebook.rules.operators import OPERATORS, as_strict

D = date(2020, 10, 1)
TABLE = [
    # metric, limit, facts, measured, holds
    ("sum_per_member_year", "150000", {"year_fen": 150000}, 150000, True),
    ("sum_per_member_year", "150000", {"year_fen": 150001}, 150001, False),
    ("sum_per_member_year", "150000", {"year_total_fen": 450001, "members": 3}, Fraction(450001, 3), False),
    ("sum_per_member_year", "150000", {"year_total_fen": 45000000, "members": 300}, 150000, True),
    ("sum_per_event_head", "30000", {"fen_per_head": 30000}, 30000, True),
    ("sum_per_event_head", "30000", {"total_fen": 100001, "heads": 3}, Fraction(100001, 3), False),
    ("sum_per_event_head", "30000", {"total_fen": 100, "heads": 0}, None, None),
    ("sum_per_festival_head", "20000", {"fen_per_head": 20001}, 20001, False),
    ("share_of_participants", "2/3", {"winners": 2, "participants": 3}, Fraction(2, 3), True),
    ("share_of_participants", "2/3", {"winners": 67, "participants": 100}, Fraction(67, 100), False),
    ("ratio_to_income", "3/10", {"total_fen": 3, "income_fen": 10}, Fraction(3, 10), True),
    ("ratio_to_budget", "2/5", {"total_fen": 41, "budget_fen": 100}, Fraction(41, 100), False),
    ("quorum", "2/3", {"present": 2, "seats": 3}, Fraction(2, 3), True),
    ("quorum", "2/3", {"present": 65, "seats": 100}, Fraction(65, 100), False),
    ("count_per_year", "1", {"count": 1}, 1, True),
    ("count_per_year", "1", {"count": 2}, 2, False),
    ("threshold_headcount", "50", {"heads": 49}, 49, True),
    ("threshold_headcount", "50", {"heads": 50}, 50, False),
    ("nights", "0", {"nights": 0}, 0, True),
    ("nights", "0", {"nights": 1}, 1, False),
    ("deadline_days", "20", {"from_day": D, "to_day": date(2020, 10, 21)}, 20, True),
    ("deadline_days", "20", {"from_day": D, "to_day": date(2020, 10, 20)}, 19, False),
    ("date_in_set", "中秋|国庆", {"festival": "中秋"}, ("中秋",), True),
    ("date_in_set", "中秋|国庆", {"festival": "重阳"}, ("重阳",), False),
    ("kind_in_set", "现金|购物卡", {"kind": "实物"}, ("实物",), True),
    ("kind_in_set", "现金|购物卡", {"kind": "现金"}, ("现金",), False),
    ("member_state_in", "in_standing", {"member_state": "retained"}, ("retained",), False),
    ("has_document", "方案|预算", {"documents": {"方案", "预算", "通知"}}, ("方案", "通知", "预算"), True),
    ("has_document", "方案|预算", {"documents": {"方案"}}, ("方案",), False),
    ("role_disjoint", "approver|payee", {"roles": {"approver": {"a"}, "payee": {"b"}, "other": {"a"}}}, (), True),
    ("role_disjoint", "approver|payee", {"roles": {"approver": {"a"}, "payee": {"a", "b"}}}, ("a",), False),
    ("place_in_region", "CN-34|CN-31", {"region": "CN-34-02"}, ("CN-34-02",), True),
    ("place_in_region", "CN-3", {"region": "CN-34"}, ("CN-34",), False),
    ("place_in_set", "黄山|太湖", {"place": "安徽黄山风景区"}, ("黄山",), False),
    ("place_in_set", "黄山|太湖", {"place": "马仁奇峰"}, (), True),
]  # fmt: skip


@pytest.mark.parametrize(("key", "limit", "facts", "measured", "holds"), TABLE)
def test_what_a_metric_measures_and_whether_it_holds(key, limit, facts, measured, holds):
    metric = METRICS[key]
    value = metric.take(facts, exact(limit, metric.measure))
    assert value == measured
    assert value is None or OPERATORS[metric.operator](value, exact(limit, metric.measure)) is holds


@pytest.mark.parametrize("key", METRICS)
def test_a_metric_without_facts_says_nothing_and_names_what_it_lacks(key):
    metric = METRICS[key]
    assert metric.take({}, ()) is None
    assert set(metric.needs) <= set(FACTS)
    assert key == "supplement" or key in {row[0] for row in TABLE}


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("150000", "fen", 150000),
        ("2/3", "share", Fraction(2, 3)),
        ("元旦| 春节", "set", ("元旦", "春节")),
        ("0", "nights", 0),
    ],
)
def test_values_are_exact(text, measure, value):
    assert exact(text, measure) == value


@pytest.mark.parametrize(
    ("text", "measure"),
    [("1500.5", "fen"), ("-1", "fen"), ("0.67", "share"), ("1/0", "share"), ("", "times"), ("２", "heads")],
)
def test_what_is_not_exact_is_no_value(text, measure):
    with pytest.raises(NotExact):
        exact(text, measure)


@pytest.mark.parametrize(
    ("operator", "new", "old", "strict"),
    [
        ("le", 100, 100, True), ("le", 101, 100, False), ("lt", 40, 50, True), ("ge", 30, 20, True), ("ge", 10, 20, False),
        ("in", ("a",), ("a", "b"), True), ("in", ("c",), ("a", "b"), False), ("not_in", ("a", "b"), ("a",), True),
        ("none", ("a",), ("a", "b"), False), ("inside", ("CN-34",), ("CN-34", "CN-31"), True),
        ("inside", ("CN",), ("CN-34",), False), ("has", ("a", "b"), ("a",), True), ("eq", 1, 1, True), ("eq", 1, 2, None),
    ],
)  # fmt: skip
def test_what_is_as_strict(operator, new, old, strict):
    assert as_strict(operator, new, old) is strict
