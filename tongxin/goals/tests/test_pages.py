"""The pages of goals, for officers, the party's contact, members and strangers."""

from __future__ import annotations

import pytest

from tests.cast import NOW
from tongxin.activities import actions as life
from tongxin.activities.models import Group
from tongxin.activities.tests.making import add
from tongxin.goals import actions
from tongxin.goals.models import Goal, Indicator
from tongxin.goals.tests.making import goal, start
from tongxin.plan.tests.making import approve, work


def test_an_empty_year_offers_a_beginning(cast):
    client = cast.client("office")
    assert "三组活动" in client.get("/goals/2020/").content.decode()
    assert client.post("/goals/2020/start/").status_code == 302
    assert Goal.objects.count() == 6
    assert "照2020年的开始" in client.get("/goals/2021/").content.decode()
    assert client.post("/goals/2021/copy/").status_code == 302
    assert client.post("/goals/2021/copy/").status_code == 422
    assert client.get("/goals/").url.startswith("/goals/20")


@pytest.mark.parametrize("who", ["office", "audit", "party"])
def test_the_tree_shows_what_is_empty_and_what_serves_no_goal(cast, who):
    start(cast)
    add(cast, "没有组的")
    add(cast, "读书", group=Group.objects.get(code="culture"))
    page = cast.client(who).get("/goals/2020/").content.decode()
    assert "5个空着" in page and "没有组的" in page and ("加一个目标" in page) == (who == "office")


def test_members_see_a_calm_tree(cast):
    made = start(cast)
    seen = life.publish(
        actor=cast.actor("office"), now=NOW, activity=add(cast, "读书", group=Group.objects.get(code="culture"))
    )
    add(cast, "还没发布的", group=Group.objects.get(code="culture"))
    client = cast.client("member")
    page = client.get("/goals/2020/").content.decode()
    assert "教育文化提升" in page and "空着" not in page and "负责人" not in page
    page = client.get(f"/goals/one/{made['教育文化提升'].pk}/").content.decode()
    assert seen.title in page and "还没发布的" not in page
    assert "/goals/2020/" in client.get("/years/2020/").content.decode()


@pytest.mark.parametrize("url", ["/goals/2020/?unit={unit}", "/goals/one/{goal}/", "/goals/2020/export/?unit={unit}"])
def test_a_stranger_sees_nothing(cast, url):
    one = goal(cast)
    assert cast.client("outsider").get(url.format(unit=cast.union.pk, goal=one.pk)).status_code == 404


def test_goals_are_added_changed_and_taken_out_on_pages(cast):
    client = cast.client("office")
    assert client.post("/goals/2020/new/", {"title": "", "kind": "goal"}).status_code == 422
    assert client.post("/goals/2020/new/", {"title": "党建+工会", "kind": "lead"}).status_code == 302
    one = Goal.objects.get()
    url = f"/goals/one/{one.pk}/"
    assert client.post(f"{url}edit/", {"title": "党建", "kind": "lead", "parent": ""}).status_code == 302
    wanted = {"measure": "activities.held.by_category:wen", "direction": "least", "target": "7"}
    assert client.post(f"{url}indicators/", wanted | {"target": "很多"}).status_code == 422
    add(cast)
    assert client.post(f"{url}indicators/", wanted).status_code == 302
    indicator = Indicator.objects.get()
    assert (indicator.key, indicator.part) == ("activities.held.by_category", "wen") and indicator.value == 7
    page = client.get(url).content.decode()
    assert "不少于7项" in page and "part=wen" in page
    assert client.get(f"{url}indicators/?of={indicator.pk}").status_code == 200
    assert client.post(f"/goals/indicators/{indicator.pk}/remove/").status_code == 302
    assert client.get("/goals/2020/export/").status_code == 200
    assert client.post(f"{url}remove/", {"reason": "合并了"}).status_code == 302
    assert not Goal.objects.exists() and client.get(url).status_code == 404


def test_several_things_are_ticked_at_once(cast):
    one, first, second, item = goal(cast), add(cast, "读书"), add(cast, "登高"), work(cast)
    client = cast.client("office")
    url = f"/goals/one/{one.pk}/serving/"
    assert "还没靠在目标上的" in client.get(url).content.decode()
    assert client.post(url, {"activities": [first.pk, second.pk], "work": [item.pk]}).status_code == 302
    assert one.served_by.count() == 3
    assert client.post(url, {"work": ["0"]}).status_code == 422


def test_goals_are_ticked_from_the_activity_and_the_work_item(cast):
    one, activity, item = goal(cast), add(cast, "读书"), work(cast)
    client = cast.client("office")
    assert client.post(f"/goals/of-activity/{activity.pk}/", {"goals": [one.pk]}).status_code == 302
    assert client.post(f"/goals/of-work/{item.pk}/", {"goals": [one.pk]}).status_code == 302
    for url in (f"/activities/{activity.pk}/", f"/years/items/{item.pk}/"):
        assert "为了哪些目标" in client.get(url).content.decode()
    assert one.served_by.count() == 2
    assert cast.client("member").get(f"/goals/of-activity/{activity.pk}/").status_code == 404


def test_changes_of_goals_stand_beside_those_of_the_plan(cast):
    add(cast)
    one = goal(cast)
    approve(cast)
    actions.edit_goal(actor=cast.actor("office"), now=NOW, goal=one, title="党建", kind="goal")
    page = cast.client("office").get("/years/2020/changes/").content.decode()
    assert "目标的变动" in page and "改目标" in page


@pytest.mark.parametrize("url", ["/goals/1949/", "/goals/2101/", "/goals/one/99999/"])
def test_there_is_no_such_page(cast, url):
    assert cast.client("office").get(url).status_code == 404


@pytest.mark.parametrize("url", ["new/", "start/", "copy/"])
def test_the_members_hat_is_offered_the_other(cast, url):
    assert cast.client("office", in_office=False).get(f"/goals/2020/{url}").status_code == 403
