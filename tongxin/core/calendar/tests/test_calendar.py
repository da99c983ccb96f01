"""The calendar against the tables of 2020 and 2021, which were checked by hand against the announcements."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from tongxin.core.calendar import Override, day_kind, festivals, holidays, is_announced, workdays_in

LUNAR = [
    ("chuxi", "2020-01-24", "2021-02-11"),
    ("chunjie", "2020-01-25", "2021-02-12"),
    ("yuanxiao", "2020-02-08", "2021-02-26"),
    ("qingming", "2020-04-04", "2021-04-04"),
    ("duanwu", "2020-06-25", "2021-06-14"),
    ("qixi", "2020-08-25", "2021-08-14"),
    ("zhongqiu", "2020-10-01", "2021-09-21"),
    ("chongyang", "2020-10-25", "2021-10-14"),
    ("dongzhi", "2020-12-21", "2021-12-21"),
]
OFF = {
    2020: ["01-01 01-01", "01-24 02-02", "04-04 04-06", "05-01 05-05", "06-25 06-27", "10-01 10-08"],
    2021: ["01-01 01-03", "02-11 02-17", "04-03 04-05", "05-01 05-05", "06-12 06-14", "09-19 09-21", "10-01 10-07"],
}
WORKED = {
    2020: ["01-19", "04-26", "05-09", "06-28", "09-27", "10-10"],
    2021: ["02-07", "02-20", "04-25", "05-08", "09-18", "09-26", "10-09"],
}


def by_key(year):
    return {festival.key: festival for festival in festivals(year)}


def days_of(year):
    return [date(year, 1, 1) + timedelta(days=step) for step in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]


@pytest.mark.parametrize(("key", "in_2020", "in_2021"), LUNAR)
def test_lunar_festivals_fall_on_the_days_of_the_table(key, in_2020, in_2021):
    assert by_key(2020)[key].day == date.fromisoformat(in_2020)
    assert by_key(2021)[key].day == date.fromisoformat(in_2021)


@pytest.mark.parametrize(("year", "day"), [(2021, "2021-01-20"), (2022, "2022-01-10")])
def test_laba_is_found_in_the_solar_year_of_its_day(year, day):
    assert date.fromisoformat(day) in [one.day for one in festivals(year) if one.key == "laba"]


def test_a_solar_year_may_hold_no_laba_or_two():
    assert [one.day for one in festivals(2020) if one.key == "laba"] == [date(2020, 1, 2)]
    counts = {sum(one.key == "laba" for one in festivals(year)) for year in range(1950, 2050)}
    assert counts == {0, 1, 2}


def test_national_day_and_mid_autumn_share_a_day_and_keep_their_keys():
    shared = [one.key for one in festivals(2020) if one.day == date(2020, 10, 1)]
    assert sorted(shared) == ["guoqing", "zhongqiu"]


@pytest.mark.parametrize(
    ("year", "key", "kind"),
    [
        (2024, "chuxi", "lunar"), (2025, "chuxi", "statutory"), (2007, "duanwu", "lunar"),
        (2008, "duanwu", "statutory"),
        (2007, "qingming", "solar_term"), (2020, "qingming", "statutory"), (2020, "chongyang", "lunar"),
        (2020, "dongzhi", "solar_term"), (2020, "jiaoshi", "commemorative"), (2020, "sanba", "commemorative"),
    ],
)  # fmt: skip
def test_a_festival_is_statutory_only_since_the_law_says_so(year, key, kind):
    assert by_key(year)[key].kind == kind


def test_festivals_come_in_the_order_of_their_days():
    days = [one.day for one in festivals(2020)]
    assert days == sorted(days) and {day.year for day in days} == {2020}


@pytest.mark.parametrize("year", [2020, 2021])
def test_days_off_are_those_announced(year):
    expected = set()
    for line in OFF[year]:
        first, last = (date.fromisoformat(f"{year}-{part}") for part in line.split())
        expected |= {first + timedelta(days=step) for step in range((last - first).days + 1)}
    assert {day for day in days_of(year) if day_kind(day).kind == "off"} == expected


@pytest.mark.parametrize("year", [2020, 2021])
def test_adjusted_workdays_are_those_announced(year):
    assert [f"{day:%m-%d}" for day in days_of(year) if day_kind(day).kind == "adjusted"] == WORKED[year]


@pytest.mark.parametrize(("year", "count"), [(2020, 249), (2021, 250)])
def test_workdays_of_the_year(year, count):
    assert workdays_in(date(year, 1, 1), date(year, 12, 31)) == count


def test_work_began_again_on_the_third_of_february_2020():
    assert [day_kind(date(2020, 2, day)).kind for day in (1, 2, 3)] == ["off", "off", "work"]


@pytest.mark.parametrize(("day", "workday"), [("2020-03-08", False), ("2020-10-25", False), ("2020-09-10", True)])
def test_womens_day_and_double_ninth_were_sundays_and_teachers_day_a_workday(day, workday):
    assert day_kind(date.fromisoformat(day)).is_workday is workday


def test_a_year_not_yet_announced_is_computed_and_says_so():
    assert not is_announced(2027)
    new_year = day_kind(date(2027, 1, 1))
    assert (new_year.kind, new_year.provisional) == ("off", True)
    assert sum(day_kind(day).kind == "off" for day in days_of(2027)) == 13
    assert not any(day_kind(day).kind == "adjusted" for day in days_of(2027))


def test_the_earliest_and_latest_years_do_not_fall_over():
    for year in (1850, 1901, 2003, 2099, 2150):
        assert festivals(year) and day_kind(date(year, 5, 1)).kind == "off"


def test_a_hand_entered_day_wins():
    sunday, monday = date(2027, 2, 14), date(2027, 2, 15)
    hand = {
        sunday: [Override(sunday, "work", "春节调休")],
        monday: [Override(monday, "off", "校庆")],
        date(2027, 1, 1): [Override(date(2027, 1, 1), "work", "值班")],
    }
    assert (day_kind(sunday, hand).kind, day_kind(sunday, hand).mark) == ("adjusted", "班")
    assert (day_kind(monday, hand).name, day_kind(monday, hand).provisional) == ("校庆", False)
    assert day_kind(date(2027, 1, 1), hand).kind == "work"


def test_a_named_day_changes_no_kind():
    day = date(2020, 10, 20)
    assert day_kind(day, {day: [Override(day, "named", "校庆日")]}).kind == "work"


@pytest.mark.parametrize(
    ("day", "name", "mark"),
    [
        ("2020-10-01", "National Day", "off"),
        ("2020-06-25", "Dragon Boat Festival", "off"),
        ("2020-09-27", "National Day", "on"),
        ("2015-09-03", "Victory Day", "off"),
        ("2027-01-01", "New Year's Day", "off"),
        ("2020-06-01", "", ""),
    ],
)
def test_days_off_and_their_marks_are_told_in_the_readers_language(day, name, mark):
    with translation.override("en"):
        kind = day_kind(date.fromisoformat(day))
        assert (kind.name, kind.mark) == (name, mark)


def test_every_name_of_a_day_off_is_one_the_catalogue_knows():
    names = {
        holidays.announced_off(day) or holidays.announced_work(day)
        for year in range(2004, 2027)
        for day in days_of(year)
    }
    assert names - {None} <= set(holidays.NAMES)
    assert {name for year in (2027, 2090) for name in holidays.lawful_off(year).values()} <= set(holidays.NAMES)
