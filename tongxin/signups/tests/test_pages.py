"""Pages for member, outsider, officer."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
import time_machine

from tests.cast import NOW
from tongxin.activities.models import Activity
from tongxin.activities.tests.making import add, category
from tongxin.core.refusals import Refused
from tongxin.places.models import Place, Pool
from tongxin.signups import actions
from tongxin.signups.models import Slot
from tongxin.signups.tests.making import offered, sign_up

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def still():
    with time_machine.travel(NOW, tick=False):
        yield


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def at(slot, tail=""):
    return f"/activities/{slot.activity_id}/{tail}"


def test_two_taps_from_the_link_to_the_place(cast):
    slot = offered(cast, 26)
    client = cast.client("member", in_office=False)
    before = page(client, at(slot))
    assert 'form="sign-up"' in before and "还剩" in before and "先到先得" in before
    answer = client.post(at(slot, "sign-up/"), {"slot": slot.pk}, follow=True)
    assert "报上了" in answer.content.decode()
    assert 'form="sign-up"' not in answer.content.decode()
    assert "重阳节登高" in page(client, "/my/places/")
    again = client.post(at(slot, "sign-up/"), {"slot": slot.pk}, follow=True).content.decode()
    assert "你已经报过了" in again


def test_who_comes_too_late_waits_and_moves_up(cast):
    slot = offered(cast, 1)
    sign_up(cast, slot, "librarian")
    client = cast.client("member", in_office=False)
    assert "排候补" in page(client, at(slot))
    client.post(at(slot, "sign-up/"), {"slot": slot.pk})
    assert "候补第1位" in page(client, at(slot))
    other = cast.client("librarian", in_office=False)
    assert "退出" in page(other, at(slot, f"slots/{slot.pk}/leaving/"))
    other.post(at(slot, f"slots/{slot.pk}/leaving/"))
    assert "报上了" in page(client, at(slot))


def test_a_full_one_without_waiting_says_so(cast):
    slot = offered(cast, 1, waiting=False)
    sign_up(cast, slot, "librarian")
    client = cast.client("member", in_office=False)
    assert "已满" in page(client, at(slot))
    answer = client.post(at(slot, "sign-up/"), {"slot": slot.pk}, follow=True).content.decode()
    assert "名额满了" in answer


def test_questions_keep_what_was_typed(cast):
    slot = offered(cast, 5, companions_each=1)
    actions.set_questions(
        actor=cast.actor("office"), now=NOW, activity=slot.activity,
        questions=[actions.ask.Wanted("午饭", choices=("荤", "素"), required=True), actions.ask.Wanted("还有话说", kind="words")],
    )  # fmt: skip
    lunch, words = slot.activity.questions.all()
    client = cast.client("member", in_office=False)
    sent = {"slot": slot.pk, f"q{words.pk}": "早点回", "companions": "1"}
    answer = client.post(at(slot, "sign-up/"), sent)
    assert answer.status_code == 422
    assert "这一题要答" in answer.content.decode() and "早点回" in answer.content.decode()
    assert client.post(at(slot, "sign-up/"), {**sent, f"q{lunch.pk}": "素"}).status_code == 302
    place = Place.objects.get()
    assert place.note == {"answers": {str(lunch.pk): "素", str(words.pk): "早点回"}}
    assert place.companions == 1
    listed = page(cast.client("office"), at(slot, f"slots/{slot.pk}/list/"))
    assert "张三" in listed and "午饭：素" in listed
    too_many = cast.client("librarian", in_office=False).post(
        at(slot, "sign-up/"), {"slot": slot.pk, "companions": "3", f"q{lunch.pk}": "荤"}
    )
    assert too_many.status_code == 422 and "最多带1位家属" in too_many.content.decode()


def test_colleagues_by_name_get_in_together(cast):
    slot = offered(cast, 5, group_max=3)
    client = cast.client("member", in_office=False)
    wrong = client.post(at(slot, "sign-up/"), {"slot": slot.pk, "with_": "李四 没这人"})
    assert wrong.status_code == 422 and "没这人" in wrong.content.decode()
    client.post(at(slot, "sign-up/"), {"slot": slot.pk, "with_": "李四、吴海燕"})
    assert Place.objects.filter(state="held", group__isnull=False).count() == 3
    assert "和李四、吴海燕一起" in page(client, at(slot))


def test_batches_to_choose_from(cast):
    activity = add(cast, published=True)
    full = offered(cast, 0, activity=activity, kind="session", title="第一批", waiting=False)
    free = offered(cast, 2, activity=activity, kind="session", title="第二批")
    client = cast.client("member", in_office=False)
    shown = page(client, f"/activities/{activity.pk}/")
    assert f'value="{free.pk}" checked' in shown and f'value="{full.pk}" disabled' in shown
    client.post(f"/activities/{activity.pk}/sign-up/", {"slot": free.pk})
    assert Place.objects.get().pool == free.pool


def test_each_batch_with_its_own_terms_has_its_own_rule(cast):
    activity = add(cast, published=True)
    offered(cast, 8, activity=activity, kind="session", title="第一批")
    offered(cast, 8, activity=activity, kind="session", title="第二批")
    shown = page(cast.client("member", in_office=False), f"/activities/{activity.pk}/")
    assert shown.count('class="rule"') == 1 and "<b>第一批" not in shown.partition('class="rule"')[2]
    offered(cast, 3, activity=activity, kind="session", title="第三批", waiting=False)
    shown = page(cast.client("member", in_office=False), f"/activities/{activity.pk}/")
    assert shown.count('class="rule"') == 2
    assert "<b>第一批、第二批</b>" in shown and "<b>第三批</b>" in shown
    assert "共8个名额" in shown and "共3个名额" in shown


def test_whoever_is_in_one_batch_takes_no_second(cast):
    activity = add(cast, published=True)
    first, second = (offered(cast, 9, activity=activity, kind="session", title=title) for title in ("第一批", "第二批"))
    client = cast.client("member", in_office=False)
    client.post(f"/activities/{activity.pk}/sign-up/", {"slot": first.pk})
    assert 'form="sign-up"' not in page(client, f"/activities/{activity.pk}/")
    with pytest.raises(Refused, match=r"signup\.other_session"):
        sign_up(cast, second, "member")
    told = client.post(f"/activities/{activity.pk}/sign-up/", {"slot": second.pk}, follow=True).content.decode()
    assert "要换，先退出那一场" in told
    assert Place.objects.count() == 1
    client.post(f"/activities/{activity.pk}/slots/{first.pk}/leaving/")
    assert sign_up(cast, second, "member").state == "held"


def test_whoever_runs_in_one_event_may_run_in_another(cast):
    activity = add(cast, published=True)
    events = [offered(cast, 9, activity=activity, kind="event", title=title) for title in ("跳绳", "拔河")]
    assert [sign_up(cast, slot, "member").state for slot in events] == ["held", "held"]


def test_an_offered_place_is_said_yes_to(cast):
    slot = offered(cast, 1, confirm_hours=2)
    sign_up(cast, slot, "librarian")
    sign_up(cast, slot, "member")
    actions.leave(actor=cast.actor("librarian"), now=NOW, slot=slot)
    client = cast.client("member", in_office=False)
    assert "轮到你了" in page(client, "/")
    assert "我来" in page(client, at(slot))
    client.post(at(slot, f"slots/{slot.pk}/confirmation/"))
    assert "报上了" in page(client, at(slot))


def test_the_outsider_sees_nothing(cast):
    slot = offered(cast)
    outsider = cast.client("outsider", in_office=False)
    for tail in (
        "",
        "sign-up/",
        f"slots/{slot.pk}/leaving/",
        f"slots/{slot.pk}/list/",
        "slots/",
        "terms/",
        "questions/",
    ):
        page(outsider, at(slot, tail), 404)
    assert outsider.post(at(slot, "sign-up/"), {"slot": slot.pk}).status_code == 404
    member = cast.client("member", in_office=False)
    page(member, at(slot, f"slots/{slot.pk}/list/"), 404)
    assert member.post(at(slot, "sign-up/"), {"slot": 999999}).status_code == 404


def test_the_office_offers_changes_and_keeps_the_list(cast):
    activity = add(cast, published=True)
    office = cast.client("office")
    here = f"/activities/{activity.pk}/"
    assert "开报名" in page(office, here)
    assert "开报名" in page(office, here + "terms/")
    bad = office.post(here + "terms/", {"capacity": "30", "way": "draw", "quotas": "图书馆 五个"})
    odd = office.post(here + "terms/", {"capacity": "30", "way": "draw", "quotas": f"图书馆 {'9' * 30}"})
    assert odd.status_code == 422
    assert bad.status_code == 422 and "看不懂" in bad.content.decode()
    given = {
        "capacity": "2", "way": "first", "waiting": "on", "quotas": "图书馆 １", "open_to": [cast.units["ee"].pk, cast.units["lib"].pk],
    }  # fmt: skip
    assert office.post(here + "terms/", given).status_code == 302
    slot = Slot.objects.select_related("pool", "activity").get()
    assert slot.pool.quotas.get().seats == 1
    sign_up(cast, slot, "member")
    lists = here + f"slots/{slot.pk}/list/"
    assert "张三" in page(office, lists)
    assert "张三" in page(office, lists + "?q=zs")
    assert "还没有人" in page(office, lists + "?q=nobody")
    assert office.get(lists + "export/").status_code == 200
    assert office.post(here + f"slots/{slot.pk}/terms/", {**given, "capacity": "0"}).status_code == 422
    assert office.post(here + f"slots/{slot.pk}/terms/", {**given, "capacity": "9"}).status_code == 302
    assert Pool.objects.get().capacity == 9
    assert office.post(lists + "admission/", {"person": "没有", "reason": "急"}).status_code == 422
    assert office.post(lists + "admission/", {"person": "丁磊", "reason": "带队"}).status_code == 302
    place = Place.objects.get(person=cast.people["member"])
    assert office.post(lists + f"{place.pk}/removal/", {"reason": ""}).status_code == 422
    assert office.post(lists + f"{place.pk}/removal/", {"reason": "重复"}).status_code == 302
    assert "移出" in page(cast.client("member", in_office=False), here)
    assert office.post(lists + "closing/").status_code == 302
    assert "名单已定" in page(office, lists)
    assert office.post(lists + "reopening/").status_code == 302


def test_a_draw_from_the_page_to_the_recomputed_order(cast, tmp_path):
    end = NOW + timedelta(minutes=10)
    slot = offered(cast, 1, way="draw", closes_at=end)
    for name in ("member", "librarian", "hr"):
        sign_up(cast, slot, name)
    here = at(slot, f"slots/{slot.pk}/")
    member = cast.client("member", in_office=False)
    assert "等抽签" in page(member, at(slot))
    before = page(member, here + "draw/")
    assert slot.pool.draw.commitment in before and slot.pool.draw.seed not in before
    page(member, here + "draw/check.py", 404)
    office = cast.client("office")
    assert office.post(here + "list/drawing/").status_code == 422
    with time_machine.travel(end, tick=False):
        assert "抽签：重阳节登高" in page(office, "/")
        assert office.post(here + "list/drawing/").status_code == 302
        after = page(member, here + "draw/")
        assert slot.pool.draw.seed in after and "这是你" in after
        program = tmp_path / "draw.py"
        program.write_bytes(member.get(here + "draw/check.py").content)
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, check=True)
    first = int(done.stdout.split()[0])
    assert Place.objects.get(entered_as=first).state == "held"


def test_a_weekly_class_and_its_meetings(cast):
    activity = add(cast, published=True)
    office, here = cast.client("office"), f"/activities/{activity.pk}/slots/"
    assert "只有整项活动这一场" in page(office, here)
    given = {"first": "2020-11-04", "at": "16:30", "until": "18:00", "times": "8", "every": "1", "place": "活动室"}
    assert office.post(here + "weekly/", {**given, "times": "0"}).status_code == 422
    assert office.post(here + "weekly/", given).status_code == 302
    assert Slot.objects.filter(kind="session").count() == 8
    shown = page(cast.client("member", in_office=False), f"/activities/{activity.pk}/")
    assert "8场" in shown and "11月4日" in shown
    slot = Slot.objects.first()
    assert (
        office.post(here + f"{slot.pk}/", {"starts_at": "2020-11-05T16:30", "ends_at": "2020-11-05T15:00"}).status_code
        == 422
    )
    assert office.post(here + f"{slot.pk}/", {"starts_at": "2020-11-05T16:30", "title": "改到周四"}).status_code == 302
    assert office.post(here + f"{slot.pk}/dropping/").status_code == 302
    assert Slot.objects.filter(kind="session").count() == 7


def test_started_after_last_years_with_one_field_typed(cast):
    old = add(cast, year=2019, planned_on=date(2019, 10, 7), place="赭山公园", published=True)
    slot = offered(cast, 40, activity=old, companions_each=1, closes_at=NOW + timedelta(days=400))
    actions.set_questions(
        actor=cast.actor("office"), now=NOW, activity=old, questions=[actions.ask.Wanted("饭", choices=("荤", "素"))]
    )
    office = cast.client("office")
    assert "办一个活动" in page(office, "/activities/")
    assert "工会常办的" in page(office, "/activities/start/")
    form = page(office, f"/activities/start/?from={old.pk}")
    assert "赭山公园" in form
    given = {
        "title": "重阳节登高",
        "day": "2020-10-29",
        "at": "08:30",
        "place": "赭山公园",
        "sign_up": "on",
        "unit": cast.union.pk,
    }
    assert office.post(f"/activities/start/?from={old.pk}", {**given, "title": ""}).status_code == 422
    answer = office.post(f"/activities/start/?from={old.pk}", given)
    assert answer.status_code == 302
    made = Activity.objects.get(pk=int(answer["Location"].rstrip("/").rsplit("/", 1)[-1]))
    copied = made.slots.get().pool
    assert (made.state, made.year, made.questions.count()) == ("published", 2020, 1)
    assert (copied.capacity, copied.companions_each) == (40, 1)
    assert slot.pool != copied


def test_started_from_a_starter_the_plan_or_blank(cast):
    office = cast.client("office")
    assert "健步走" in page(office, "/activities/start/?as=hike")
    blank = "/activities/start/?blank"
    given = {"title": "包粽子", "day": "2020-11-20", "at": "", "place": "", "unit": cast.union.pk}
    assert office.post(blank, given).status_code == 422
    assert office.post(blank, {**given, "category": category().pk, "keep": "1"}).status_code == 302
    assert Activity.objects.get(title="包粽子").state == "planned"
    planned = add(cast, "羽毛球赛")
    assert "羽毛球赛" in page(office, "/activities/start/")
    sent = {"title": "羽毛球赛", "at": "14:00", "place": "体育馆", "sign_up": "on", "capacity": "60"}
    assert office.post(f"/activities/start/?plan={planned.pk}", sent).status_code == 302
    planned.refresh_from_db()
    assert (planned.state, planned.place, planned.slots.get().pool.capacity) == ("published", "体育馆", 60)
    assert office.get(f"/activities/start/?plan={planned.pk}").status_code == 422
    page(cast.client("member", in_office=False), "/activities/start/", 404)


@pytest.mark.parametrize(("held", "again"), [(date(2019, 10, 27), "2020-10-25"), (date(2019, 3, 10), "2021-03-07")])
def test_the_day_proposed_after_last_years_is_still_to_come(cast, held, again):
    source = add(cast, "登高", year=2019, planned_on=held)
    shown = page(cast.client("office"), f"/activities/start/?from={source.pk}")
    assert f'value="{again}"' in shown


def test_several_units_are_ticked_one_way_is_chosen(cast):
    slot = offered(cast, 26)
    shown = page(cast.client("office"), at(slot, f"slots/{slot.pk}/terms/"))
    several, one = (shown.partition(f'name="{name}"')[2].partition(">")[0] for name in ("open_to", "way"))
    assert "tick" in several
    assert "rad" in one


def test_a_part_that_asks_more_than_the_others_asks_after_the_tap(cast):
    activity = add(cast, published=True)
    single = offered(cast, 5, activity=activity, kind="event", title="跳绳")
    team = offered(cast, 9, activity=activity, kind="event", title="拔河", team_min=2, team_max=3, per_unit=1)
    here = f"/activities/{activity.pk}/"
    client = cast.client("member", in_office=False)
    assert "和谁一队" not in page(client, here)
    assert client.post(here + "sign-up/", {"slot": single.pk}).status_code == 302
    asked = client.post(here + "sign-up/", {"slot": team.pk})
    assert asked.status_code == 200 and "和谁一队" in asked.content.decode()
    alone = client.post(here + "sign-up/", {"slot": team.pk, "asked": "q0c0g3t1", "with_": ""})
    assert alone.status_code == 422 and "一队要2到3人" in alone.content.decode()
    assert client.post(here + "sign-up/", {"slot": team.pk, "with_": "李四", "team": "力气"}).status_code == 302
    other = cast.client("branch", in_office=False)
    full = other.post(here + "sign-up/", {"slot": team.pk, "with_": "丁磊"})
    assert full.status_code == 422 and "每个单位最多报1队" in full.content.decode()
