"""Bodies, chips and tokens: what is written can be read back."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.report.queries.figures import money_json
from tongxin.report.rules import tokens
from tongxin.report.rules.body import Block, Body, Chip, Text, dump, fresh_id, load, numbers, tidy
from tongxin.report.rules.chips import Reference, from_json, parse, printed

KNOWN = {ref: Chip(ref, "15项", 15) for ref in ("activities.held", "a.b:wen", "welfare.spent|round", "x:甲")}
WORDS = st.text(st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="\ufffe\uffff"))
RUNS = st.lists(st.one_of(WORDS.map(Text), st.sampled_from(list(KNOWN.values())))).map(tidy)


@given(RUNS)
def test_a_block_survives_its_way_through_typed_text(runs):
    assert tokens.read(tokens.write(runs), KNOWN.get) == runs


@given(st.lists(st.builds(Block, st.just("b1"), st.just("p"), RUNS)))
def test_a_body_survives_its_way_through_json(blocks):
    body = Body("标题", "工会", date(2021, 1, 22), tuple(blocks))
    assert load(dump(body)) == body


def test_a_share_survives_json():
    runs = (Chip("r", "75%", Fraction(3, 4), "理由"), Chip("r", "100%", Fraction(1)))
    body = Body("标题", "工会", None, (Block("b1", "p", runs, ("completion",), "end"),))
    assert load(dump(body)) == body
    assert isinstance(load(dump(body)).chips[1].value, Fraction)


@pytest.mark.parametrize(
    ("kept", "value"), [("15", 15), ("3/4", Fraction(3, 4)), ("x", None), ("1/0", None), ("", None), ("9" * 40, None)]
)
def test_a_value_that_was_tampered_with_is_none(kept, value):
    assert from_json(kept) == value


@pytest.mark.parametrize(
    "line", ["开展{nothing}项", "{", "开展}项", "{activities held}", "{}", "{Activities.held}", "{a.b:wen|wrong}"]
)
def test_a_token_that_names_no_figure_is_refused(line):
    with pytest.raises(tokens.BadToken):
        tokens.read(line, KNOWN.get)


def test_typed_numbers_stay_words():
    assert tokens.read("开展15项", KNOWN.get) == (Text("开展15项"),)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("activities.held", Reference("activities.held")),
        ("activities.held.by_category:wen", Reference("activities.held.by_category", "wen")),
        ("welfare.spent|round", Reference("welfare.spent", "", "round")),
        ("a.b:x|percent", Reference("a.b", "x", "percent")),
        ("a.b:", None),
        ("", None),
        ("A", None),
    ],
)
def test_references(text, wanted):
    assert parse(text) == wanted
    assert wanted is None or str(wanted) == text


@pytest.mark.parametrize(
    ("value", "unit", "form", "words"),
    [
        (15, "项", "", "15项"),
        (3126, "人次", "", "3126人次"),
        (Fraction(3, 4), "%", "", "75%"),
        (Fraction(2, 3), "%", "", "66.7%"),
        (45_678_050, "元", "round", "45万余元"),
        (45_678_050, "元", "exact", "456780.50元"),
        (45_000_000, "元", "round", "45万元"),
        (45_000_001, "元", "round", "45万余元"),
        (Fraction(100_001, 2), "元", "", "500.01元"),
        (None, "元", "", "—"),
        (None, "%", "", "—"),
    ],
)
def test_chips_are_printed(value, unit, form, words):
    assert printed(value, unit, form) == words


def test_headings_are_numbered_as_they_stand_and_typed_numbers_dropped():
    kinds = ["p", "h1", "h2", "h2", "h1", "h2"]
    blocks = [Block(f"b{at}", kind) for at, kind in enumerate(kinds)]
    assert [number for _, number in numbers(blocks)] == ["", "一、", "1.", "2.", "二、", "1."]
    assert tidy((Text("二、存在的问题"),), "h1") == (Text("存在的问题"),)
    assert tidy((Text("1.聚焦"),), "h2") == (Text("聚焦"),)
    assert tidy((Text("1.5倍"),), "h2") == (Text("1.5倍"),)


def test_a_fresh_id_is_one_that_no_block_has():
    assert fresh_id(Body("", "", None, (Block("b3", "p"), Block("x", "p")))) == "b4"


def test_machines_get_money_to_the_fen():
    assert money_json(45_230_005) == {"value": "452300.05", "fen": 45_230_005}
    assert money_json(Fraction(-301, 2)) == {"value": "-1.50", "fen": "-301/2"}
    assert money_json(None) == {"value": None, "fen": None}
