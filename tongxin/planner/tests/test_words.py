"""What was found, in sentences that a union officer understands."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cast import NOW
from tongxin.planner import actions, words
from tongxin.planner.tests.making import NOVEMBER, planned, proposed, restrict

pytestmark = pytest.mark.django_db


def cause(code, name="", other="", period=None, rule=""):
    return {"code": code, "name": name, "other": other, "period": period, "rule": rule}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (cause("limit", "减少聚集", rule="ban_over"), "“减少聚集”期间，这么多人的现场活动不能办"),
        (cause("limit", "一级响应", rule="online_only"), "“一级响应”期间只能在线上办"),
        (cause("limit", "“两节”期间减少聚集", rule="farthest"), "“‘两节’期间减少聚集”期间不能去那么远"),
        (cause("unit", "图书馆", "读书会"), "图书馆那天要办“读书会”"),
        (cause("venue", "大礼堂", "年会"), "大礼堂那天给了“年会”"),
        (cause("officer", "周敏", period=10), "周敏11月的工作日已经排满"),
        (cause("budget", "校工会", period=3), "校工会第4季度的钱不够了"),
        (cause("vacation", "寒假"), "正放寒假"),
        (cause("spacing", "讲座", "师德讲座"), "离同类的“师德讲座”太近"),
        (cause("order", other="预赛"), "和“预赛”的先后对不上"),
        (cause("notice"), "离现在太近，来不及通知大家"),
    ],
)
def test_each_cause_has_its_clause(given, said):
    assert words.clause(given) == said


@pytest.mark.parametrize("code", [*words.CLAUSES, "limit"])
def test_every_code_has_words(code):
    assert words.noun(cause(code, "甲", "乙", 1)) and words.clause(cause(code, "甲", "乙", 1))


def test_every_cause_and_every_lever_of_the_solver_is_known():
    from tongxin.planner.solving import Code, Lever

    assert {str(code) for code in Code} == set(words.NOUNS)
    assert {str(lever) for lever in Lever} == set(words.HELPS)


@pytest.mark.parametrize(
    ("aim", "value", "bound", "said"),
    [
        ("kept", 1, 1, "证明是最好的"),
        ("kept", 3, 2, "离最好的最多差1项"),
        ("level", 120, 100, "离最好的最多差20"),
    ],
)
def test_how_good_it_is_in_plain_words(aim, value, bound, said):
    told = words.aims([{"name": aim, "value": value, "bound": bound, "gap": 0}])[0]
    assert told.proof == said and told.proven is (value == bound) and str(value) in told.value


def test_a_moved_activity_says_what_forbade_the_old_day_and_what_the_days_fell_to(cast):
    restrict(cast)
    activity = planned(cast, "羽毛球赛", category="ti", day=date(2020, 11, 21))
    told = words.sentences(proposed(cast).moves.get(activity=activity).reasons)
    assert told[0] == "原来的安排不行了：“减少聚集”期间，这么多人的现场活动不能办。"
    assert told[1].startswith("能办的时段里有") and "“减少聚集”：30天" in told[1]


def test_what_stood_against_a_nearer_day_is_named(cast):
    restrict(cast, first=NOVEMBER, last=NOVEMBER)
    activity = planned(cast)
    actor = cast.actor("office")
    actions.set_facts(actor=actor, now=NOW, activity=activity, online="no", weekdays="01234")
    planned(cast, "占着礼堂的", unit="ee", day=date(2020, 11, 17), expected=10)
    planned(cast, "也占着的", unit="lib", day=date(2020, 11, 19), expected=10)
    move = proposed(cast).moves.get(activity=activity)
    assert move.day_after not in (None, date(2020, 11, 17), NOVEMBER, date(2020, 11, 19))
    told = " ".join(words.sentences(move.reasons))
    assert "11月17日 周二：礼堂那天给了“占着礼堂的”" in told


def test_what_has_no_place_names_what_is_in_its_way_and_what_would_help(cast):
    restrict(cast, first=date(2020, 10, 1), last=None)
    match = planned(cast, "羽毛球赛", category="ti", day=date(2020, 11, 21))
    told = words.sentences(proposed(cast).moves.get(activity=match).reasons, unplaced=True)
    said = " ".join(told)
    assert told[0].startswith("这一年里排不下") and "挡住它的就是：“减少聚集”" in said
    assert (
        "能改线上的话，最早" in said and "一次不超过50人、分批办，最早" in said and "“减少聚集”解除或放宽，最早" in said
    )
