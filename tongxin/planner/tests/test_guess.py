"""What is taken for granted of an activity, as tables."""

from __future__ import annotations

from datetime import date, time, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.planner.rules.guess import HOLIDAY, OFF, WORK, Sight, festival_of, guess, window_of
from tongxin.planner.rules.places import hall_of
from tongxin.planner.rules.settle import FIELDS, settle

LECTURE = Sight("教学沙龙", "wen", 2020, date(2020, 6, 17), expected=40)


def told(**more):
    empty = {
        name: "" if name in ("festival", "weekdays", "day_kind", "parts", "online", "reach", "like") else None
        for name in FIELDS
    }
    return SimpleNamespace(**{**empty, "keeps_day": False, **more})


@pytest.mark.parametrize(
    ("title", "day", "festival"),
    [
        ("“三八妇女节”慰问", date(2020, 3, 6), "sanba"),
        ("端午包粽子", date(2020, 6, 24), "duanwu"),
        ("中秋节活动", date(2020, 9, 29), "zhongqiu"),
        ("重阳节登高", date(2020, 10, 25), "chongyang"),
        ("教师节座谈会", None, "jiaoshi"),
        ("迎国庆歌咏", date(2020, 9, 28), "guoqing"),
        ("元旦联欢", date(2020, 12, 30), "yuandan"),
        ("2021年年会", date(2020, 12, 30), "nianhui"),
        ("青年教师教学沙龙", date(2020, 6, 17), ""),
        ("“三八”表彰总结", date(2020, 11, 6), ""),
    ],
)
def test_a_title_tells_its_festival_unless_it_is_planned_far_from_it(title, day, festival):
    assert festival_of(Sight(title, "jie", 2020, day)) == festival


@pytest.mark.parametrize(
    ("title", "day", "first", "last"),
    [
        ("教学沙龙", date(2020, 6, 17), date(2020, 4, 22), date(2020, 12, 31)),
        ("教学沙龙", date(2020, 1, 20), date(2020, 1, 1), date(2020, 12, 31)),
        ("教学沙龙", None, date(2020, 1, 1), date(2020, 12, 31)),
        ("端午包粽子", date(2020, 6, 24), date(2020, 6, 17), date(2020, 6, 28)),
        ("年会", date(2020, 12, 30), date(2020, 12, 1), date(2020, 12, 31)),
        ("年会", date(2020, 1, 10), date(2020, 1, 1), date(2020, 2, 28)),
    ],
)
def test_windows(title, day, first, last):
    seen = Sight(title, "jie", 2020, day)
    assert window_of(seen, festival_of(seen)) == (first, last)


def test_a_lecture_keeps_its_weekday_may_go_online_and_takes_the_afternoon():
    found = guess(LECTURE)
    assert found.weekdays == {2} and found.kinds == {WORK} and found.parts == {1}
    assert found.online and found.reach == "here" and found.heads == 40


def test_an_outing_is_on_a_day_off_goes_beyond_the_city_and_takes_the_unit_along():
    found = guess(Sight("图书馆团建", "tuan", 2020, date(2020, 5, 30), kind=OFF, members=19))
    assert found.weekdays == {5, 6} and found.kinds == {OFF} and found.parts == {0, 1}
    assert not found.online and found.reach == "beyond" and found.heads == 19


@pytest.mark.parametrize(
    ("seen", "field", "value"),
    [
        (Sight("春日走访", "huai", 2020, None, expected=391), "heads", 10),
        (Sight("登高", "jie", 2020, None), "online", False),
        (Sight("羽毛球赛", "ti", 2020, None), "online", False),
        (Sight("晚会", "wen", 2020, None, hour=19), "parts", {2}),
        (Sight("座谈", "wen", 2020, None, hour=9), "parts", {0}),
        (Sight("讲座", "wen", 2020, date(2020, 4, 1), about=True), "weekdays", {0, 1, 2, 3, 4}),
        (Sight("值班慰问", "huai", 2020, date(2020, 10, 2), kind=HOLIDAY), "kinds", {OFF, HOLIDAY}),
        (Sight("暑期培训", "wen", 2020, date(2020, 7, 20), in_vacation=True), "avoid_vacations", False),
    ],
)
def test_single_guesses(seen, field, value):
    assert getattr(guess(seen), field) == value


def test_what_was_told_goes_above_the_guess_and_is_known_as_told():
    found = settle(LECTURE, told(earliest=date(2020, 9, 1), weekdays="03", online="no", heads=0, avoid_exams=False))
    assert found.window == (date(2020, 9, 1), date(2020, 12, 31)) and found.weekdays == {0, 3}
    assert not found.online and found.heads == 0 and not found.avoid_exams and found.avoid_vacations
    assert found.told == {"earliest", "weekdays", "online", "heads", "avoid_exams"}


def test_who_says_only_what_kind_of_day_means_every_day_of_it():
    assert settle(LECTURE, told(day_kind="off")).weekdays == set(range(7))


def test_an_officer_may_say_which_festival_it_follows_or_that_it_follows_none():
    zongzi = Sight("端午包粽子", "jie", 2020, date(2020, 6, 24))
    assert settle(zongzi, told(festival="none")).window[1] == date(2020, 12, 31)
    assert settle(LECTURE, told(festival="duanwu")).window == (date(2020, 6, 17), date(2020, 6, 28))


@pytest.mark.parametrize(
    ("place", "hall"),
    [
        ("大 礼堂", "大礼堂"),
        ("大礼堂 ", "大礼堂"),
        ("行政楼２０５", "行政楼205"),
        ("线上", ""),
        ("各单位", ""),
        ("", ""),
    ],
)
def test_halls_of_the_same_name_are_one(place, hall):
    assert hall_of(place) == hall


DAYS = st.dates(date(2020, 1, 1), date(2020, 12, 31))
TITLES = st.sampled_from(["讲座", "端午包粽子", "年会", "春节联欢", "“三八”慰问", "国庆升旗", "元旦长跑"])


@given(TITLES, st.sampled_from(["wen", "jie", "ti", "huai", "tuan"]), DAYS, st.sampled_from([WORK, OFF, HOLIDAY]))
def test_nothing_that_stands_is_guessed_to_be_forbidden_where_it_stands(title, category, day, kind):
    weekend = day.weekday() > 4
    kind = WORK if kind == WORK else HOLIDAY if kind == HOLIDAY else (OFF if weekend else WORK)
    found = guess(Sight(title, category, 2020, day, kind=kind))
    assert found.window[0] <= day <= found.window[1]
    assert day.weekday() in found.weekdays and kind in found.kinds
    assert found.window[1] - found.window[0] < timedelta(days=366) and time(0) is not None
