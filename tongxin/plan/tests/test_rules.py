"""The rules of the year as tables."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.core.calendar import festivals
from tongxin.plan.queries import timeline
from tongxin.plan.rules import lanes, work
from tongxin.plan.rules.against import Difference, difference, sorted_out
from tongxin.plan.rules.fate import Facts, Fate, fate_of, is_about, shift
from tongxin.plan.rules.marks import Figure, added_figure, figure_of
from tongxin.plan.words import MARKS as MARKS_OF_ROWS
from tongxin.plan.words import shape_of

MAY, JUNE, OCTOBER = date(2020, 5, 16), date(2020, 6, 1), date(2020, 10, 16)


def facts(state="planned", *, year=2020, **more):
    return Facts(plan_year=2020, year=year, state=state, **{"planned_on": MAY, "starts_on": MAY, **more})


@pytest.mark.parametrize(
    ("known", "fate", "days"),
    [
        (facts("done", held_on=MAY), Fate.HELD_AS_PLANNED, 0),
        (facts("done", held_on=OCTOBER, starts_on=OCTOBER), Fate.HELD_MOVED, 153),
        (facts("done", held_on=date(2020, 5, 2), starts_on=MAY), Fate.HELD_MOVED, -14),
        (facts("done", held_on=date(2020, 5, 1), held_until=date(2020, 5, 31)), Fate.HELD_AS_PLANNED, 0),
        (facts("done", held_on=MAY, went_online=True), Fate.HELD_ONLINE, 0),
        (facts("done", held_on=OCTOBER, went_online=True), Fate.HELD_ONLINE, 153),
        (facts("done", held_on=date(2020, 5, 28), planned_words="5月中旬"), Fate.HELD_AS_PLANNED, 0),
        (facts("done", held_on=date(2020, 6, 16), planned_words="5月中旬"), Fate.HELD_MOVED, 31),
        (facts("done", held_on=date(2020, 5, 17), planned_words="5月16日"), Fate.HELD_MOVED, 1),
        (facts("done", held_on=MAY, planned_on=None), Fate.HELD_AS_PLANNED, 0),
        (facts("postponed", starts_on=None), Fate.POSTPONED, 0),
        (facts("postponed", starts_on=OCTOBER), Fate.POSTPONED, 153),
        (facts("postponed", year=2021, starts_on=date(2021, 3, 5)), Fate.CARRIED, 293),
        (facts("done", year=2021, held_on=date(2021, 3, 5)), Fate.CARRIED, 293),
        (facts("cancelled"), Fate.CANCELLED, 0),
        (facts("merged"), Fate.MERGED, 0),
        (facts("planned"), Fate.OPEN, 0),
        (facts("published", starts_on=OCTOBER), Fate.OPEN, 153),
        (facts("under_way"), Fate.OPEN, 0),
    ],
)
def test_the_fate_of_a_planned_activity(known, fate, days):
    assert (fate_of(known), shift(known)) == (fate, days)


@pytest.mark.parametrize(
    ("words", "about"),
    [("", False), ("5月", True), ("5月中旬", True), ("春节前", True), ("5月16日", False), ("5.16", False), ("五月十六日", False),
     ("9-10月", False), ("16号", False)],
)  # fmt: skip
def test_a_plan_that_names_no_day_is_about(words, about):
    assert is_about(words) is about


@pytest.mark.parametrize(
    ("fate", "days", "online", "expected"),
    [
        (None, 0, False, Difference.ADDED),
        (Fate.HELD_AS_PLANNED, 0, False, Difference.KEPT),
        (Fate.OPEN, 0, False, Difference.KEPT),
        (Fate.OPEN, 12, False, Difference.MOVED),
        (Fate.HELD_MOVED, 153, False, Difference.MOVED),
        (Fate.HELD_ONLINE, 0, True, Difference.ONLINE),
        (Fate.HELD_ONLINE, 30, True, Difference.MOVED),
        (Fate.POSTPONED, 0, False, Difference.MOVED),
        (Fate.CANCELLED, 0, True, Difference.DROPPED),
        (Fate.MERGED, 0, False, Difference.DROPPED),
        (Fate.CARRIED, 65, False, Difference.DROPPED),
    ],
)
def test_the_difference_against_the_plan(fate, days, online, expected):
    assert difference(fate, shift=days, went_online=online) == expected


def test_every_line_is_sorted_once():
    found = sorted_out([("a", Difference.KEPT), ("b", Difference.ADDED), ("c", Difference.ADDED)])
    assert found[Difference.ADDED] == ["b", "c"] and found[Difference.DROPPED] == []


LAST = date(2020, 12, 31)


@pytest.mark.parametrize(
    ("fate", "planned", "now", "days", "figure"),
    [
        (Fate.HELD_AS_PLANNED, MAY, MAY, 0, Figure("on", MAY)),
        (Fate.HELD_AS_PLANNED, MAY, JUNE, 0, Figure("on", JUNE)),
        (Fate.HELD_MOVED, MAY, OCTOBER, 153, Figure("at", OCTOBER, MAY)),
        (Fate.HELD_ONLINE, MAY, MAY, 0, Figure("on", MAY)),
        (Fate.CANCELLED, MAY, None, 0, Figure("off", MAY)),
        (Fate.MERGED, MAY, MAY, 0, Figure("off", MAY)),
        (Fate.OPEN, MAY, MAY, 0, Figure("to", MAY)),
        (Fate.OPEN, None, None, 0, None),
        (Fate.OPEN, MAY, OCTOBER, 153, Figure("to", OCTOBER, MAY)),
        (Fate.POSTPONED, MAY, None, 0, Figure("moved", MAY)),
        (Fate.POSTPONED, MAY, OCTOBER, 153, Figure("moved", OCTOBER, MAY)),
        (Fate.CARRIED, MAY, date(2021, 3, 5), 293, Figure("moved", LAST, MAY)),
        (Fate.HELD_MOVED, date(2019, 12, 1), MAY, 167, Figure("at", MAY)),
    ],
)
def test_ring_is_planned_and_dot_is_held(fate, planned, now, days, figure):
    assert figure_of(2020, fate, planned, now, shift=days) == figure


@pytest.mark.parametrize("fate", [None, *Fate])
@pytest.mark.parametrize("state", ["planned", "postponed", "done", "cancelled"])
@pytest.mark.parametrize("days", [0, 153])
def test_a_row_carries_the_mark_of_its_figure(fate, state, days):
    if fate is None:
        figure = added_figure(2020, state, MAY)
    else:
        figure = figure_of(2020, fate, MAY, OCTOBER if days else MAY, shift=days)
    assert shape_of(fate, state, shift=days) == MARKS_OF_ROWS[figure.shape]


@pytest.mark.parametrize(
    ("state", "shape"),
    [("done", "at"), ("planned", "to"), ("published", "to"), ("cancelled", "off"), ("postponed", "moved")],
)
def test_what_the_plan_does_not_have_has_no_ring(state, shape):
    assert added_figure(2020, state, MAY) == Figure(shape, MAY)
    assert added_figure(2020, state, None) is None


@pytest.mark.parametrize(
    ("act", "states"),
    [("report", {"planned", "under_way"}), ("finish", {"planned", "under_way"}), ("close", {"planned", "under_way"}),
     ("carry_over", {"planned", "under_way", "not_done"})],
)  # fmt: skip
def test_which_act_may_follow_on_work(act, states):
    every = {"planned", "under_way", "done", "not_done", "carried"}
    assert {state for state in every if work.may(act, state)} == states


def test_a_whole_report_finishes_the_work():
    assert [work.state_after_report(share) for share in (0, 1, 99, 100)] == [
        "planned",
        "under_way",
        "under_way",
        "done",
    ]


LABELS = st.text(alphabet="团建春季健步走教职工运动会2021年abc ", max_size=lanes.LONGEST)
MARKS = st.lists(
    st.tuples(st.floats(0, 366), LABELS, st.one_of(st.none(), st.floats(0, 366)), st.booleans()),
    max_size=60,
)


@given(MARKS)
def test_no_two_labels_of_a_row_overlap_and_nothing_is_lost(drawn):
    marks = [lanes.Mark(str(number), at, *rest) for number, (at, *rest) in enumerate(drawn)]
    placed = lanes.place(marks, days=366)
    assert sorted(one.mark.key for one in placed) == sorted(mark.key for mark in marks)
    for row in range(lanes.height(placed)):
        boxes = sorted(one.box for one in placed if one.row == row)
        assert boxes or not marks
        assert all(first[1] <= second[0] for first, second in pairwise(boxes))


@given(MARKS)
def test_every_label_stays_inside_the_lane_and_covers_its_mark(drawn):
    marks = [lanes.Mark(str(number), at, *rest) for number, (at, *rest) in enumerate(drawn)]
    for one in lanes.place(marks, days=366):
        start, end = one.box
        here = one.mark.at / 366 * lanes.NARROWEST
        assert -lanes.HALF <= start <= here <= end <= lanes.NARROWEST + lanes.HALF


def test_the_twenty_of_the_seed_need_few_rows():
    days = [78, 114, 134, 169, 185, 260, 323, 337]
    names = ["教学分享会", "读书月", "师德讲座", "教学沙龙", "四史读书", "入会培训", "书画摄影展", "家庭教育讲座"]
    marks = [lanes.Mark(name, day, name) for day, name in zip(days, names, strict=True)]
    assert lanes.height(lanes.place(marks, days=366)) <= 2


NAMES = st.lists(st.tuples(st.floats(0, 366), st.text("春节元宵中秋国庆", min_size=2, max_size=3)), max_size=14)


@given(NAMES)
def test_festivals_never_overlap_and_none_is_lost(names):
    found = lanes.chips(names, days=366)
    assert sum(chip.name.count("·") + 1 for chip in found) == len(names)
    for row in {chip.row for chip in found}:
        here = sorted(
            (chip.at / 366 * lanes.NARROWEST, lanes.text_width(chip.name) / 2) for chip in found if chip.row == row
        )
        assert all(b - hb >= a + ha for (a, ha), (b, hb) in pairwise(here))


def test_mid_autumn_and_national_day_of_2020_are_one_chip():
    found = lanes.chips([(274.5, "国庆"), (274.5, "中秋"), (298.5, "重阳")], days=366)
    assert [(chip.at, chip.name, chip.row) for chip in found] == [(274.5, "中秋·国庆", 0), (298.5, "重阳", 0)]


@pytest.mark.parametrize("year", range(2015, 2031))
def test_the_festivals_of_a_year_fit_one_row(year):
    shown = timeline.IN_LANE
    names = [((one.day - date(year, 1, 1)).days + 0.5, one.brief) for one in festivals(year) if one.key in shown]
    assert {chip.row for chip in lanes.chips(names, days=366)} == {0}


def test_a_bar_of_a_whole_year_carries_its_label():
    placed = lanes.place([lanes.Mark("a", 366, "分工会组织建设", 0, solid=True)], days=366)
    assert [one.on_bar for one in placed] == [True]


def test_a_bar_up_to_december_has_its_label_before_it():
    placed = lanes.place([lanes.Mark("a", 360, "分工会组织建设", 200, solid=True)], days=366)
    assert [(one.left, one.on_bar) for one in placed] == [(True, False)]


def test_a_label_in_the_corner_keeps_its_room_even_over_its_own_ring():
    label = "教职工羽毛球俱乐部联赛"
    (placed,) = lanes.place([lanes.Mark("a", 10, label, 15)], days=366)
    assert placed.box[1] - placed.box[0] > lanes.text_width(label)
