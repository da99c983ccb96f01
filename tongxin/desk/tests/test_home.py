"""Home under both hats: what waits, what is on, the numbers of the year."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
import time_machine

from tests.cast import NOW
from tongxin.activities import actions
from tongxin.activities.tests.making import add


@pytest.fixture(autouse=True)
def october():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def page(client, where: str = "/") -> str:
    answer = client.get(where)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("who", ["chair", "office", "branch", "audit", "hr", "party", "operator", "outsider", "member"])
def test_everybody_has_a_home_under_each_hat_even_in_an_empty_year(cast, who):
    assert page(cast.client(who))
    assert page(cast.client(who, in_office=False))


def test_a_member_sees_what_is_published_and_not_what_is_planned(cast):
    add(cast, "重阳节登高", published=True)
    add(cast, "还在商量的事")
    shown = page(cast.client("member"))
    assert "重阳节登高" in shown
    assert "还在商量的事" not in shown


def test_a_member_of_another_union_sees_nothing_of_ours(cast):
    add(cast, "重阳节登高", published=True)
    assert "重阳节登高" not in page(cast.client("outsider"))
    assert "重阳节登高" not in page(cast.client("outsider", in_office=False))


def test_the_hat_decides_which_home_it_is(cast):
    assert "离开工作台" in page(cast.client("office"))
    assert "离开工作台" not in page(cast.client("office", in_office=False))
    assert "进入工作台" in page(cast.client("office", in_office=False))
    assert "进入工作台" not in page(cast.client("member"))


@pytest.mark.parametrize(("hour", "words"), [(0, "早上好"), (4, "中午好"), (8, "下午好"), (12, "晚上好")])
def test_one_is_greeted_by_the_hour_in_shanghai(cast, october, hour, words):
    october.move_to(datetime(2020, 10, 20, hour, tzinfo=UTC))
    assert words in page(cast.client("member"))


def test_the_officer_sees_what_is_overdue_and_the_week(cast):
    add(cast, "重阳节登高", planned_on=date(2020, 10, 18))
    add(cast, "羽毛球赛", planned_on=date(2020, 10, 22))
    shown = page(cast.client("office"))
    assert "重阳节登高" in shown
    assert "羽毛球赛" in shown


def test_each_number_of_the_year_leads_to_its_records(cast):
    held = add(cast, "重阳节登高", planned_on=date(2020, 10, 18))
    actions.finish(
        actor=cast.actor("office"), now=NOW, activity=held, held_on=date(2020, 10, 18), persons=116, person_times=120
    )
    shown = page(cast.client("office"))
    links = re.findall(r'href="(/figures/2020/[^"]+)"', shown)
    assert len(links) >= 4
    for link in links:
        assert cast.client("office").get(link).status_code == 200


def test_a_branch_sees_the_numbers_of_its_own_unit(cast):
    add(cast, "登高", unit="ee", planned_on=date(2020, 10, 18))
    shown = page(cast.client("branch"))
    assert f"?unit={cast.units['ee'].pk}" in shown


def test_ones_own_page_shows_ones_own_record_alone(cast):
    shown = page(cast.client("member"), "/me/")
    assert "张三" in shown
    assert "李四" not in shown
