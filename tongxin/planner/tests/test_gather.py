"""What the planner reckons with: which activities, how they stand, what holds for all."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from tests.cast import NOW
from tongxin.activities import actions as activities
from tongxin.activities.models import Activity
from tongxin.activities.tests.making import add
from tongxin.org.models import Placement
from tongxin.plan.models import CalendarDay
from tongxin.plan.tests.making import approve
from tongxin.planner import actions
from tongxin.planner.models import QuarterBudget, TermSpan
from tongxin.planner.problem import BEYOND, DayKind, Mode
from tongxin.planner.queries.gather import gather
from tongxin.planner.rules.digest import Facts, facts_of, touched
from tongxin.planner.tests.making import NOVEMBER, planned, restrict

pytestmark = pytest.mark.django_db


def items(cast, **more):
    return {item.key: item for item in gather(cast.union, 2020, more.pop("now", NOW), **more).year.items}


@pytest.mark.parametrize(
    ("values", "there", "fixed"),
    [
        ({}, True, False),
        ({"state": "published", "published_at": NOW}, True, False),
        ({"state": "postponed"}, True, False),
        ({"state": "idea"}, False, None),
        ({"state": "cancelled"}, False, None),
        ({"state": "under_way"}, True, True),
        ({"state": "done", "held_on": date(2020, 9, 1)}, True, True),
        ({"day": date(2020, 10, 1)}, True, True),
        ({"day": date(2021, 1, 5)}, False, None),
        ({"year": 2021}, False, None),
    ],
)
def test_what_is_in_the_year_and_what_can_still_move(cast, values, there, fixed):
    activity = planned(cast, **values)
    found = items(cast).get(activity.pk)
    assert (found is not None) is there
    assert not there or found.fixed is fixed


def test_what_was_put_off_and_has_passed_has_no_day(cast):
    activity = planned(cast, state="postponed", day=date(2020, 9, 2))
    found = items(cast)[activity.pk]
    assert found.day is None and not found.fixed


def test_an_item_takes_units_hall_officer_and_heads_as_they_stand(cast):
    activity = planned(cast, unit="ee", starts_at=time(9), organisers=((cast.units["lib"], "run", True),), mode="mixed")
    found = gather(cast.union, 2020, NOW)
    item = found.year.items[0]
    assert item.key == activity.pk and item.day == NOVEMBER.toordinal() and item.mode == Mode.ON_SITE
    assert item.units == (cast.units["lib"].pk,) and set(item.paths) == {cast.units["ee"].path, cast.units["lib"].path}
    assert found.names.venues[item.venue or 0] == "礼堂" and item.people == 60 and item.parts == {0}
    assert item.officer == cast.people["branch"].pk and found.year.officers == {item.officer: 3}


def test_the_unions_own_office_gives_more_days(cast):
    planned(cast)
    found = gather(cast.union, 2020, NOW).year
    assert found.officers == {cast.people["office"].pk: 10}


def test_an_outing_takes_the_unit_along_and_no_hall(cast):
    planned(cast, category="tuan", unit="ee", day=date(2020, 11, 14), expected=None, place="丫山")
    item = next(iter(items(cast).values()))
    placed = Placement.objects.filter(unit=cast.units["ee"], until=None).count()
    assert item.people == placed and item.reach == BEYOND and item.venue is None and not item.online_ok


def test_halls_of_one_name_are_one(cast):
    first, second = planned(cast), planned(cast, "讲座", place="礼 堂")
    found = items(cast)
    assert found[first.pk].venue == found[second.pk].venue is not None


def test_restrictions_become_limits_that_reach_up_and_down(cast):
    own = restrict(cast, farthest="city", places="礼堂\n操场")
    own.units.set([cast.units["ee"]])
    restrict(cast, title="只提醒", severity="warn")
    restrict(cast, title="去年的", first=date(2019, 1, 1), last=date(2019, 2, 1))
    ended = restrict(cast, title="解除了", last=None)
    ended.ended_on, ended.ended_at, ended.ended_words = date(2020, 11, 10), NOW, "好了"
    ended.save()
    for unit in (cast.union, cast.units["lib"]):
        limits = {limit.key: limit for limit in gather(unit, 2020, NOW).year.limits}
        assert set(limits) == {own.pk, ended.pk}
    limit = limits[own.pk]
    assert limit.paths == (cast.units["ee"].path,) and limit.places == ("礼堂", "操场") and limit.ban_over == 50
    assert limit.farthest == 1 and limits[ended.pk].last == date(2020, 11, 9).toordinal()


def test_days_of_the_calendar_and_of_the_academic_year(cast):
    for number in range(1, 21):
        CalendarDay.objects.create(day=date(2020, 7, number), kind="off", name="暑假")
    given = {"actor": cast.actor("office"), "now": NOW, "union": cast.union}
    actions.add_span(**given, kind="exam", name="期末考试", starts_on=date(2020, 12, 28), ends_on=date(2021, 1, 8))
    actions.add_span(**given, kind="vacation", name="寒假", starts_on=date(2020, 1, 11), ends_on=date(2020, 2, 16))
    actions.add_span(**given, kind="term", name="第一学期", starts_on=date(2020, 9, 1), ends_on=date(2021, 1, 10))
    year = gather(cast.union, 2020, NOW).year
    assert len(year.exams) == 1 and len(year.vacations) == 2 and TermSpan.objects.count() == 3
    kinds = {
        day: year.kinds[date(2020, *day).timetuple().tm_yday - 1]
        for day in ((1, 1), (7, 1), (7, 4), (10, 10), (10, 11))
    }
    assert kinds == {
        (1, 1): DayKind.HOLIDAY, (7, 1): DayKind.WORKDAY, (7, 4): DayKind.DAY_OFF, (10, 10): DayKind.WORKDAY, (10, 11): DayKind.DAY_OFF,
    }  # fmt: skip


def test_facts_that_were_told_reach_the_item_and_the_year(cast):
    first, second = planned(cast), planned(cast, "讲座", day=date(2020, 11, 25))
    actor = cast.actor("office")
    told = {
        "cost": 90000,
        "cost_online": 0,
        "payer": cast.units["lib"],
        "like": "讲座",
        "spacing": 14,
        "keeps_day": True,
    }
    actions.set_facts(actor=actor, now=NOW, activity=first, officer=cast.people["librarian"], **told)
    actions.set_facts(
        actor=actor, now=NOW, activity=second, like="讲座", spacing=7, follows=first, lag=3, weekdays="24"
    )
    actions.set_budget(actor=actor, now=NOW, unit=cast.union, year=2020, fen={4: 100000})
    year = gather(cast.union, 2020, NOW).year
    one, other = year.items
    assert one.fixed and one.cost == 90000 and one.payer == cast.units["lib"].pk
    assert one.officer == cast.people["librarian"].pk and other.weekdays == {2, 4}
    assert one.like == other.like == 0 and year.spacing == {0: 14}
    assert [(order.earlier, order.later, order.lag) for order in year.orders] == [(first.pk, second.pk, 3)]
    assert year.budgets == {(cast.union.pk, 3): 100000} and QuarterBudget.objects.count() == 1


def test_looking_back_knows_the_plan_as_it_stood(cast):
    then = datetime(2020, 2, 20, 1, 0, tzinfo=UTC)
    meet = add(cast, "运动会", planned_on=date(2020, 5, 16), state="planned")
    gala = add(cast, "年会", planned_on=date(2020, 12, 30), state="planned")
    past = add(cast, "迎新春", planned_on=date(2020, 1, 10), state="planned")
    approve(cast)
    late = planned(cast, "加的")
    actor = cast.actor("office")
    given = {"actor": actor, "reason": "epidemic", "words": "停了"}
    activities.move(**given, now=datetime(2020, 4, 24, tzinfo=UTC), activity=meet, to=date(2020, 10, 16))
    activities.go_online(**given, now=datetime(2020, 4, 25, tzinfo=UTC), activity=meet)
    activities.postpone(**given, now=NOW, activity=gala, until=None, counts_for=2021)
    activities.finish(actor=actor, now=datetime(2020, 1, 11, tzinfo=UTC), activity=past, held_on=date(2020, 1, 10))
    found = items(cast, as_of=then)
    assert late.pk not in found and found[past.pk].fixed
    assert found[meet.pk].day == date(2020, 5, 16).toordinal() and found[meet.pk].mode == Mode.ON_SITE
    assert found[gala.pk].day == date(2020, 12, 30).toordinal() and not found[gala.pk].fixed
    assert gather(cast.union, 2020, NOW, as_of=then).year.now == date(2020, 2, 20).toordinal()
    assert items(cast)[meet.pk].mode == Mode.ONLINE and gala.pk not in items(cast)


def test_fingerprints_tell_which_line_no_longer_rests_on_its_facts(cast):
    one, other = planned(cast), planned(cast, "讲座", unit="lib", day=date(2020, 12, 9), place="报告厅")
    before = gather(cast.union, 2020, NOW).year
    facts = Facts.of_json(facts_of(before).as_json())
    target = next(item for item in before.items if item.key == one.pk)
    assert not touched(facts, before, one.pk, target)
    Activity.objects.filter(pk=other.pk).update(expected=70)
    after = gather(cast.union, 2020, NOW).year
    assert not touched(facts, after, one.pk, target)
    assert touched(facts, after, other.pk, next(item for item in after.items if item.key == other.pk))
    Activity.objects.filter(pk=other.pk).update(place="礼堂", starts_on=NOVEMBER)
    assert touched(facts, gather(cast.union, 2020, NOW).year, one.pk, target)
    restrict(cast)
    assert touched(facts, gather(cast.union, 2020, NOW).year, one.pk, target)


def test_the_number_of_queries_does_not_grow(cast, django_assert_num_queries):
    def count(number):
        for each in range(number):
            planned(
                cast, f"讲座{each}", organisers=((cast.units["ee"], "run", True), (cast.units["lib"], "joint", True))
            )
            restrict(cast, title=f"管控{each}")

    count(2)
    with django_assert_num_queries(11):
        gather(cast.union, 2020, NOW)
    count(10)
    with django_assert_num_queries(11):
        gather(cast.union, 2020, NOW)
