"""Life, prices, quotations, snapshots and next steps as tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.welfare.rules import life
from tongxin.welfare.rules.facts import Given, bears_assistance, facts_of
from tongxin.welfare.rules.next_step import MINUTES, Standing, next_step, stage_of
from tongxin.welfare.rules.pricing import allowed, near, over, pack_price
from tongxin.welfare.rules.quoting import lowest, needs_reason, too_few
from tongxin.welfare.rules.snapshot import Kept, Placed, differences, redraw
from tongxin.welfare.rules.yearly import most_along
from tongxin.welfare.words import NEXT, SHAPES, STEPS


@pytest.mark.parametrize(
    ("act", "states", "to"),
    [
        ("edit", "draft returned", ""), ("draw_up", "draft returned", ""), ("submit", "draft returned", "submitted"),
        ("approve", "submitted", "approved"), ("send_back", "submitted", "returned"), ("withdraw", "submitted approved", "draft"),
        ("strike", "draft returned approved choosing handing", ""), ("open_choosing", "approved", "choosing"),
        ("close", "handing", "closed"), ("cancel", "draft submitted returned approved choosing handing", "cancelled"),
    ],
)  # fmt: skip
def test_each_act_starts_from_its_states_and_leads_on(act: str, states: str, to: str) -> None:
    assert {state for state in life.STATES if life.may(act, state)} == set(states.split())
    assert all(life.leads_to(act, state) == (to or state) for state in states.split())


def test_what_is_handed_out_from_choosing_was_chosen_first() -> None:
    assert life.may("close_choosing", "choosing") and not life.may("close_choosing", "choosing", chosen=True)
    assert life.may("hand_out", "choosing", chosen=True) and not life.may("hand_out", "choosing")
    assert life.may("hand_out", "approved")


def test_nothing_is_done_to_what_is_over() -> None:
    assert not any(life.may(act, state) for act in life.ACTS for state in (life.CLOSED, life.CANCELLED))


def test_every_state_act_and_step_has_its_words() -> None:
    assert set(SHAPES) == set(life.STATES)
    assert set(STEPS) == set(life.TOLD)
    assert set(NEXT) == set(MINUTES)


@given(st.lists(st.tuples(st.integers(1, 999), st.integers(0, 10**9))), st.integers(0, 10**12))
def test_prices_are_exact_sums(items: list[tuple[int, int]], most: int) -> None:
    price = pack_price(items)
    assert price == sum(count * fen for count, fen in items)
    assert over(price, most) == max(0, price - most)


def test_what_is_allowed_is_what_all_give() -> None:
    assert allowed({"union": 12000, "self": 3000}) == 15000
    assert allowed({}) == 0


@pytest.mark.parametrize(
    ("year", "cap", "told"),
    [(119_999, 150_000, 0), (120_000, 150_000, 80), (149_999, 150_000, 80), (150_000, 150_000, 100), (1, 0, 100)],
)
def test_four_fifths_and_the_whole_of_a_cap_are_told(year: int, cap: int, told: int) -> None:
    assert near(year, cap) == told


@pytest.mark.parametrize(
    ("path", "sums", "most"),
    [
        ("1.", {}, 0), ("1.", {"1.": 5}, 5), ("1.4.", {"1.": 5, "1.4.": 2, "1.5.": 90}, 7), ("1.", {"1.4.": 2, "1.5.": 9}, 9),
        ("1.", {"1.": 1, "1.4.": 20, "1.4.9.": 3, "1.5.": 22}, 24), ("1.4.", {"1.40.": 9, "2.": 9}, 0), ("", {}, 0),
    ],
)  # fmt: skip
def test_a_year_is_what_comes_together_for_one_person(path: str, sums: dict[str, int], most: int) -> None:
    assert most_along(path, sums) == most


def test_taking_another_than_the_lowest_wants_a_reason() -> None:
    assert lowest([]) is None
    assert lowest([9900, 9800]) == 9800
    assert needs_reason(9900, [9900, 9800]) and not needs_reason(9800, [9900, 9800])
    assert not needs_reason(1, [])
    assert [too_few(n) for n in range(5)] == [True, True, True, False, False]


@pytest.mark.parametrize(("marks", "told"), [([], False), ([True], True), ([True, False], False)])
def test_goods_count_as_assistance_only_all_together(marks: list[bool], told: bool) -> None:
    assert bears_assistance(marks) is told


def test_facts_say_who_pays_what_and_what_the_year_comes_to() -> None:
    given_ = Given("", (("union", 100), ("self", 50)), members_only=False, assistance=True)
    facts = facts_of(given_, "union", 100, 400)
    assert given_.allowed == 150
    assert (facts["payer"], facts["fen_per_head"], facts["year_fen"]) == ("union", 100, 500)
    assert (facts["festival"], facts["goods"], facts["member_state"]) == ("不是节日", {"扶贫产品"}, "不都是在籍会员")
    assert facts_of(Given("中秋", (), True, False), "union", 1, 0)["member_state"] == "in_standing"


def test_a_list_drawn_up_again_keeps_who_was_added_by_hand() -> None:
    kept = {1: Kept(10, True, False), 2: Kept(10, True, False), 3: Kept(None, False, True), 4: Kept(10, True, False)}
    found = redraw({1: Placed(10, True), 2: Placed(11, True), 5: Placed(10, True)}, kept)
    assert (set(found.new), set(found.changed), set(found.gone)) == ({5}, {2}, {4})


def test_who_was_added_and_now_belongs_by_the_rule_is_no_exception_any_more() -> None:
    assert set(redraw({3: Placed(None, False)}, {3: Kept(None, False, True)}).changed) == {3}


@given(st.dictionaries(st.integers(1, 30), st.tuples(st.integers(1, 3), st.booleans()), max_size=20))
def test_drawing_up_what_stands_changes_nothing(placed: dict[int, tuple[int, bool]]) -> None:
    fresh = {person: Placed(*each) for person, each in placed.items()}
    found = redraw(fresh, {person: Kept(*each, added=False) for person, each in fresh.items()})
    assert (found.new, found.changed, found.gone) == ({}, {}, frozenset())


def test_differences_leave_out_who_was_struck_or_added() -> None:
    rows = {1: Kept(1, True, False), 2: Kept(1, True, False), 3: Kept(1, True, True), 4: Kept(1, True, False)}
    found = differences({2: Placed(2, True), 5: Placed(1, True), 4: Placed(9, True)}, rows, struck=[4])
    assert (found.left, found.joined, found.moved, found.count) == ((1,), (5,), (2,), 3)


@pytest.mark.parametrize(
    ("at", "step"),
    [
        (Standing("draft"), "shares"),
        (Standing("draft", shares=True), "packs"),
        (Standing("draft", shares=True, packs=2, quoted=1), "quotes"),
        (Standing("draft", shares=True, packs=2, over=True), "over"),
        (Standing("draft", shares=True, packs=1, quoted=1, listed=True, blocked=True), "rules"),
        (Standing("returned", shares=True, packs=2, quoted=1, few_quotes=True), "list"),
        (Standing("draft", shares=True, packs=1, quoted=1, listed=True), "ask"),
        (Standing("draft", shares=True, packs=1, quoted=1, listed=True, asked=True, remarks=2), "settle"),
        (Standing("draft", shares=True, packs=1, quoted=1, listed=True, asked=True), "submit"),
        (Standing("submitted", remarks=3), "decide"),
        (Standing("approved", remarks=3), "settle"),
        (Standing("approved", choices=True), "open_choosing"),
        (Standing("approved"), "hand_out"),
        (Standing("choosing"), "wait_choosing"),
        (Standing("choosing", due=True), "close_choosing"),
        (Standing("choosing", chosen=True), "hand_out"),
        (Standing("handing"), "close"),
        (Standing("closed"), "done"),
    ],
)
def test_one_step_at_a_time(at: Standing, step: str) -> None:
    assert next_step(at) == step


def test_the_line_of_stages_goes_on_with_the_state() -> None:
    assert [stage_of(state) for state in ("draft", "submitted", "approved", "choosing", "handing", "closed")] == [
        0,
        1,
        2,
        2,
        3,
        4,
    ]
