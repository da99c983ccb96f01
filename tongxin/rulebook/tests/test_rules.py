"""Versions in force, verdicts, tightening, packs: pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.rulebook.packs import shipped
from tongxin.rulebook.rules.judging import judge
from tongxin.rulebook.rules.pack import BadPack, read
from tongxin.rulebook.rules.regions import chain, is_region
from tongxin.rulebook.rules.row import BLOCK, WARN, Row
from tongxin.rulebook.rules.tightening import loosened
from tongxin.rulebook.rules.versions import in_force

CAP = Row(1, "AH.CAP", "sum_per_member_year", "le", "150000", "fen", BLOCK, "V2", "festival", since=date(2018, 3, 12))
LATER = replace(CAP, pk=2, value="200000", since=date(2022, 1, 1))
DAY = date(2020, 9, 29)


def test_the_version_of_the_events_day_is_taken():
    assert in_force([LATER, CAP], DAY) == [CAP]
    assert in_force([LATER, CAP], date(2022, 1, 1)) == [LATER]
    assert in_force([LATER, CAP], date(2018, 3, 11)) == []


def test_a_version_ends_with_its_last_day():
    ended = replace(CAP, until=DAY)
    assert in_force([ended], DAY) == [ended]
    assert in_force([ended], DAY + timedelta(days=1)) == []


def test_a_correction_puts_aside_what_it_corrects():
    assert in_force([CAP, replace(CAP, pk=3, version=2, value="140000")], DAY)[0].pk == 3


def test_what_nobody_confirmed_stands_beside_what_rests_on_a_source():
    heard = replace(LATER, confidence="K", since=date(2020, 1, 1))
    assert [row.pk for row in in_force([CAP, heard], DAY)] == [1, 2]
    assert [row.pk for row in in_force([CAP, replace(heard, confirmed=True)], DAY)] == [2]


def test_a_rule_without_a_day_is_not_in_force():
    assert in_force([CAP, replace(LATER, confidence="K", since=None)], date(2030, 1, 1)) == [CAP]


def test_a_rule_that_another_supersedes_is_left_out_but_never_by_an_own_row():
    other = replace(CAP, pk=5, rule_id="WH.CAP", supersedes="AH.CAP")
    assert [row.pk for row in in_force([CAP, other], DAY)] == [5]
    assert [row.pk for row in in_force([CAP, replace(other, owner=9)], DAY)] == [1, 5]


@given(st.permutations([CAP, LATER, replace(CAP, pk=3, version=2), replace(LATER, pk=4, confidence="K")]))
def test_the_order_in_which_versions_come_does_not_matter(rows):
    for day in (DAY, date(2023, 1, 1)):
        assert in_force(rows, day) == in_force([CAP, LATER, *rows], day)


def test_what_nobody_confirmed_never_blocks():
    heard = replace(CAP, confidence="K")
    (verdict,) = judge([heard], {"year_fen": 200000})
    assert verdict.broken and verdict.row.weight == WARN
    assert replace(heard, confirmed=True).weight == BLOCK


def test_a_rule_narrowed_to_a_payer_says_nothing_about_another():
    narrowed = replace(CAP, applies={"payer": ("union",)})
    assert judge([narrowed], {"year_fen": 1, "payer": "school"}) == []
    assert judge([narrowed], {"year_fen": 1, "payer": {"school", "union"}})[0].holds
    assert judge([narrowed], {"year_fen": 1})[0].holds


def test_missing_facts_are_told_not_guessed():
    (verdict,) = judge([CAP], {})
    assert verdict.holds is None and verdict.missing == ("year_fen",)


def test_a_supplement_raises_the_cap_for_its_goods_alone():
    more = replace(
        CAP, pk=7, rule_id="GD.PLUS", metric="supplement", operator="adds", value="60000", applies={"goods": ("扶贫产品",)},
        adds_to="AH.CAP",
    )  # fmt: skip
    facts = {"year_fen": 200000}
    assert judge([CAP, more], {**facts, "goods": "扶贫产品"})[0].holds
    assert judge([CAP, more], facts)[0].broken
    assert judge([CAP, more], {**facts, "goods": "日用品"})[0].broken
    assert judge([CAP, replace(more, confidence="K")], {**facts, "goods": "扶贫产品"})[0].broken


def test_a_threshold_is_met_by_the_papers_it_asks_for():
    row = replace(CAP, metric="threshold_headcount", operator="lt", value="50", measure="heads", evidence=("防控方案",))
    assert judge([row], {"heads": 60})[0].broken
    assert judge([row], {"heads": 60, "documents": {"防控方案"}})[0].holds


@pytest.mark.parametrize(("value", "refused"), [("150000", False), ("100000", False), ("150001", True)])
def test_an_own_rule_may_only_tighten(value, refused):
    own = replace(CAP, pk=9, owner=4, value=value)
    assert (loosened(own, [CAP]) is not None) is refused


def test_a_rule_of_another_kind_and_one_that_nobody_confirmed_bind_no_own_rule():
    own = replace(CAP, pk=9, owner=4, value="999999")
    assert loosened(own, [replace(CAP, occasion="birthday"), replace(CAP, confidence="K")]) is None


def test_regions():
    assert chain("CN-34-02") == ("CN", "CN-34", "CN-34-02")
    assert [is_region(code) for code in ("CN", "CN-34", "CN-34-02", "CN-99", "34", "CN-34-02-01")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


def test_every_shipped_rule_reads_and_says_where_it_comes_from():
    rules = list(shipped())
    keys = [(content.rule_id, content.effective_from) for content in rules]
    assert len(keys) == len(set(keys)) >= 50
    assert {content.fields["region"] for content in rules} >= {"CN", "CN-34", "CN-51", "CN-52", "CN-44", "CN-35"}
    for content in rules:
        assert content.fields["document"] or content.fields["confidence"] == "K", content.rule_id
        assert content.fields["title_en"], content.rule_id
        if content.fields["confidence"] == "K":
            assert not content.fields["document_no"], "a number that nobody confirmed is never printed"


GOOD = """
[pack]
id = "x"
region = "CN"
level = "country"
[[rules]]
id = "X.1"
title = "一条"
domain = "funds"
metric = "nights"
value = 0
severity = "block"
confidence = "V2"
from = 2020-01-01
"""


def test_a_pack_is_read():
    (content,) = read(GOOD)
    assert content.fields["operator"] == "le" and content.effective_from == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('metric = "nights"', 'metric = "moon"'), ("value = 0", "value = 0.5"), ('severity = "block"', 'severity = "stop"'),
        ("from = 2020-01-01", ""), ('domain = "funds"', 'domain = "funds"\nvlaue = 1'),
        ('domain = "funds"', 'domain = "funds"\napplies = { moon = ["full"] }'), ('title = "一条"', ""),
    ],
)  # fmt: skip
def test_a_pack_that_does_not_say_what_it_must_is_refused(old, new):
    with pytest.raises(BadPack):
        list(read(GOOD.replace(old, new)))
