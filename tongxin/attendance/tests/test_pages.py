"""The pages at the door, and the member's side."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from tests.cast import NOW, TODAY
from tongxin.attendance.actions import check_in, close_check_in, expect_people
from tongxin.attendance.models import Attendance, Page, Sheet
from tongxin.attendance.queries.secret import secret_of
from tongxin.attendance.rules.codes import screen_code
from tongxin.attendance.tests.making import LATER, code, digits, hold, make_pool, make_slot, opened, people, session


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(LATER, tick=False):
        yield


def at(slot, name="door", **more):
    return reverse(f"attendance:{name}", kwargs={"pk": slot.activity_id, "slot": slot.pk, **more})


def officer(cast, name="branch"):
    return cast.client(name)


def came(cast, slot, name="member", **more):
    return check_in(
        actor=cast.actor("branch"), now=LATER, slot=slot.pk, person=cast.people[name].pk, way="tick", **more
    )


def test_an_activity_without_slots_is_prepared_in_one_tap(cast):
    slot = make_slot(cast)
    activity = slot.activity
    slot.delete()
    where = reverse("attendance:doors", args=[activity.pk])
    assert "准备签到" in officer(cast).get(where).content.decode()
    answer = officer(cast).post(where)
    assert answer.headers["Location"] == at(activity.slots.get())
    assert officer(cast).get(where).headers["Location"] == at(activity.slots.get())


def test_sessions_are_chosen_from(cast):
    slot = make_slot(cast, "member")
    first, second = session(slot.activity, "第一批"), session(slot.activity, "第二批")
    page = officer(cast).get(reverse("attendance:doors", args=[slot.activity_id])).content.decode()
    assert at(first) in page
    assert at(second) in page
    assert at(slot) not in page


def test_the_door_from_opening_to_reopening(cast):
    slot, client = make_slot(cast, "member", "librarian"), officer(cast)
    assert "开始签到" in client.get(at(slot)).content.decode()
    assert client.post(at(slot, "opening"), follow=True).status_code == 200
    came(cast, slot)
    page = client.get(at(slot)).content.decode()
    assert "来了1人，应到2人" in page
    assert "张三" in page
    assert "来了1人，应到2人" in client.get(at(slot, "count")).content.decode()
    assert client.post(at(slot, "closing"), follow=True).status_code == 200
    assert Sheet.objects.get().closed_at
    refused = client.post(at(slot, "opening"), follow=True)
    assert "先重新打开" in refused.content.decode()
    assert client.post(at(slot, "reopening"), {"reason": ""}).status_code == 422
    assert client.post(at(slot, "reopening"), {"reason": "漏了"}).status_code == 302


def test_digits_typed_without_scripts_are_answered_on_the_page(cast):
    slot, client = opened(cast, "member"), officer(cast)
    answer = client.post(at(slot, "scan"), {"code": digits(slot, 1)})
    assert (answer.status_code, "张三" in answer.content.decode()) == (200, True)
    assert "已签到" in client.post(at(slot, "scan"), {"code": digits(slot, 1)}).content.decode()
    wrong = client.post(at(slot, "scan"), {"code": "12"})
    assert (wrong.status_code, 'value="12"' in wrong.content.decode()) == (422, True)
    close_check_in(actor=cast.actor("branch"), now=LATER, slot=slot)
    with time_machine.travel(LATER + timedelta(minutes=1), tick=False):
        assert "签到已经结束了" in client.post(at(slot, "scan"), {"code": digits(slot, 1)}).content.decode()


def test_the_scan_page_may_be_kept_and_names_nobody(cast):
    slot = opened(cast, "member", "librarian")
    came(cast, slot)
    answer = officer(cast).get(at(slot, "scan"))
    assert answer.headers["X-Offline"] == "keep"
    assert "张三" not in answer.content.decode()
    assert "X-Offline" not in officer(cast).get(at(slot)).headers


def test_a_queue_is_sent_as_json(cast):
    slot, client = opened(cast, "member"), officer(cast)
    text = code(slot, cast.people["member"])
    sent = {"key": ["a", "b"], "code": [text, "TX1.999999.1.AAAAAAAAAA"], "at": [NOW.isoformat(), "gestern"]}
    answers = client.post(at(slot, "scans"), sent).json()["answers"]
    assert [(each["key"], each["tone"], each["title"]) for each in answers] == [
        ("a", "ok", "张三"), ("b", "bad", "这是别的场次或者别的活动的码。"),
    ]  # fmt: skip
    assert client.post(at(slot, "scans"), {"key": "a"}).status_code == 422
    again = client.post(at(slot, "scans"), {"key": "a", "code": text, "at": ""}).json()["answers"][0]
    assert (again["tone"], again["words"]) == ("warn", "已签到，14:00")
    closed = make_slot(cast, "member", title="没开的")
    answer = client.post(at(closed, "scans"), {"key": "a", "code": text, "at": ""})
    assert (answer.status_code, answer.json()["code"]) == (422, "attendance.not_open")
    assert officer(cast, "member").post(at(slot, "scans"), sent).status_code == 404


def test_the_list_is_searched_ticked_and_taken_back(cast):
    slot, client = opened(cast, "member", "librarian"), officer(cast)
    for typed, found in (("张", "张三"), ("zs", "张三"), ("li3", "李四"), (cast.people["librarian"].staff_no, "李四")):
        page = client.get(at(slot, "list"), {"q": typed}).content.decode()
        assert found in page
        assert ({"张三", "李四"} - {found}).pop() not in page
    back = at(slot, "list") + "?q=zs"
    answer = client.post(at(slot, "tick"), {"person": cast.people["member"].pk, "back": back, "way": "tick"})
    assert answer.headers["Location"] == back
    assert "李四" in client.get(at(slot, "list"), {"state": "missing"}).content.decode()
    assert "李四" not in client.get(at(slot, "list"), {"state": "came"}).content.decode()
    twice = client.post(at(slot, "tick"), {"person": cast.people["member"].pk, "back": "//evil"}, follow=True)
    assert "没有重复记" in twice.content.decode()
    assert twice.redirect_chain[0][0] == at(slot, "list")
    assert "名单里没有" in client.post(at(slot, "tick"), {"person": cast.people["hr"].pk}, follow=True).content.decode()
    assert client.post(at(slot, "tick"), {"person": "x"}, follow=True).status_code == 200
    kept = Attendance.objects.get()
    assert client.post(at(slot, "undo", attendance=kept.pk), {"reason": ""}).status_code == 422
    assert client.post(at(slot, "undo", attendance=kept.pk), {"reason": "勾错了"}).status_code == 302
    assert client.get(at(slot, "undo", attendance=kept.pk)).status_code == 404


def test_somebody_outside_the_list_is_taken_in_with_a_reason(cast):
    slot, client = opened(cast, "member"), officer(cast, "office")
    wrong = client.post(at(slot, "walk_in"), {"person": "没有这个人", "walk_in": "补位"})
    assert (wrong.status_code, "没有这个人" in wrong.content.decode()) == (422, True)
    assert client.post(at(slot, "walk_in"), {"person": "李四", "walk_in": "补位"}).status_code == 302
    page = client.get(at(slot, "list")).content.decode()
    assert "名单以外来的" in page
    assert "补位" in page


def test_a_photo_of_the_signed_list_is_kept_beside_the_list(cast):
    slot, client, drawn = opened(cast, "member"), officer(cast), BytesIO()
    Image.new("RGB", (8, 6), "white").save(drawn, "PNG")
    given = {"upload": SimpleUploadedFile("签到表.png", drawn.getvalue())}
    assert client.post(at(slot, "paper"), given).status_code == 302
    kept = Page.objects.get().attachment
    assert (kept.kind, kept.thing_id) == ("paper", slot.activity_id)
    assert str(kept.pk) in client.get(at(slot, "paper")).content.decode()
    text = {"upload": SimpleUploadedFile("a.pdf", b"%PDF-1.4\n")}
    assert client.post(at(slot, "paper"), text).status_code == 422
    assert client.post(at(slot, "paper")).status_code == 422
    assert Page.objects.count() == 1
    client.post(at(slot, "tick"), {"person": cast.people["member"].pk, "way": "paper"})
    assert Attendance.objects.get().way == "paper"


def test_the_screen_shows_a_code_that_changes(cast):
    slot, client = opened(cast, "member"), officer(cast)
    first = client.get(at(slot, "screen_now")).content.decode()
    assert "<svg" in client.get(at(slot, "screen")).content.decode()
    with time_machine.travel(LATER + timedelta(seconds=5), tick=False):
        assert client.get(at(slot, "screen_now")).content.decode() != first
    assert "还没开始" in client.get(at(make_slot(cast, "member"), "screen")).content.decode()


def arrive(slot, when=LATER):
    return reverse("attendance:arrival", kwargs={"slot": slot.pk, "code": screen_code(secret_of(slot.pk), when)})


def test_a_member_who_scanned_the_screen_checks_in_with_one_tap(cast):
    slot, client = opened(cast, "member"), cast.client("member")
    page = client.get(arrive(slot))
    ticket = page.context["shown"].ticket
    assert not Attendance.objects.exists()
    with time_machine.travel(LATER + timedelta(seconds=90), tick=False):
        assert client.post(arrive(slot), {"ticket": ticket}).status_code == 302
    assert Attendance.objects.get().way == "screen"
    assert "已签到" in client.get(arrive(slot)).content.decode()


def test_an_old_code_a_borrowed_ticket_and_a_stranger_do_not_get_in(cast):
    slot, client = opened(cast, "member", "librarian"), cast.client("member")
    old = arrive(slot, LATER - timedelta(seconds=30))
    assert "码过期了" in client.get(old).content.decode()
    assert client.post(old).status_code == 422
    lent = cast.client("librarian").get(arrive(slot)).context["shown"].ticket
    assert client.post(old, {"ticket": lent}).status_code == 422
    ticket = client.get(arrive(slot)).context["shown"].ticket
    with time_machine.travel(LATER + timedelta(seconds=121), tick=False):
        assert client.post(arrive(slot), {"ticket": ticket}).status_code == 422
    assert "没有报名" in cast.client("hr", in_office=False).get(arrive(slot)).content.decode()
    assert cast.client("outsider").get(arrive(slot)).status_code == 404
    close_check_in(actor=cast.actor("branch"), now=LATER, slot=slot)
    assert "签到已经结束了" in client.get(arrive(slot)).content.decode()
    assert not Attendance.objects.exists()


def test_a_member_sees_the_own_pass_on_the_activitys_page_and_alone(cast):
    slot = make_slot(cast, "librarian", "member")
    page = cast.client("member").get(reverse("activities:activity", args=[slot.activity_id])).content.decode()
    assert digits(slot, 2) in page
    assert "<svg" in page
    alone = cast.client("member").get(reverse("attendance:pass", args=[slot.activity_id]))
    assert digits(slot, 2) in alone.content.decode()
    assert alone.headers["X-Offline"] == "keep"
    none = cast.client("hr", in_office=False).get(reverse("attendance:pass", args=[slot.activity_id]))
    assert "没有你的码" in none.content.decode()
    assert "X-Offline" not in none.headers
    assert cast.client("outsider").get(reverse("attendance:pass", args=[slot.activity_id])).status_code == 404


def test_a_member_with_several_sessions_sees_the_next_first(cast):
    slot = make_slot(cast)
    parts = [
        session(slot.activity, f"第{n}批", starts_at=NOW + timedelta(days=n), pool=make_pool(cast)) for n in (2, 1)
    ]
    for part in parts:
        hold(part, cast.people["member"])
    page = cast.client("member").get(reverse("attendance:pass", args=[slot.activity_id]))
    assert page.context["panel"].first.called == "第1批"
    other = cast.client("member").get(reverse("attendance:pass", args=[slot.activity_id]), {"slot": parts[0].pk})
    assert other.context["panel"].first.called == "第2批"


def test_the_desk_shows_the_doors_on_the_activitys_page(cast):
    slot = opened(cast, "member")
    page = officer(cast).get(reverse("activities:activity", args=[slot.activity_id])).content.decode()
    assert at(slot) in page
    assert (
        at(slot)
        not in cast.client("audit").get(reverse("activities:activity", args=[slot.activity_id])).content.decode()
    )


def test_a_meetings_list_is_filled_by_groups_and_corrected(cast):
    slot, client = make_slot(cast, pool=False, unit="union"), officer(cast, "chair")
    union = cast.union.pk
    assert client.post(at(slot, "expected"), {"who": "committee", "unit": union}).status_code == 302
    names = set(slot.expected.values_list("person__name", flat=True))
    assert names == {"陈静", "周敏"}
    assert client.post(at(slot, "expected"), {"who": "heads", "unit": union}).status_code == 302
    assert slot.expected.filter(person=cast.people["branch"]).exists()
    assert client.post(at(slot, "expected"), {"who": "heads", "unit": union}).status_code == 422
    assert client.post(at(slot, "expected"), {"who": "nobody", "unit": union}).status_code == 422
    assert client.post(at(slot, "expected"), {"person": "李四"}).status_code == 302
    line = slot.expected.get(person=cast.people["librarian"])
    assert client.post(at(slot, "excuse", line=line.pk), {"words": "出差"}).status_code == 302
    assert "出差" in client.get(at(slot, "expected")).content.decode()
    assert client.post(at(slot, "unexpected", line=line.pk)).status_code == 302
    assert client.post(at(slot, "expected"), {"who": "everybody", "unit": cast.units["lib"].pk}).status_code == 302
    assert client.get(at(slot, "unexpected", line=line.pk)).status_code == 404
    assert "报名参加" in client.get(at(make_slot(cast), "expected")).content.decode()


def test_what_came_of_it_is_filled_from_the_door_and_ends_the_check_in(cast):
    slot, client = opened(cast, "member", "librarian"), officer(cast)
    came(cast, slot)
    where = reverse("activities:outcome", args=[slot.activity_id])
    form = client.get(where).context["form"]
    assert (form.initial["persons"], form.initial["person_times"]) == (1, 1)
    assert "按签到" in client.get(where).content.decode()
    assert client.post(where, {"held_on": TODAY, "persons": 1, "person_times": 1}).status_code == 302
    assert Sheet.objects.get().closed_at


def test_excused_people_are_not_due(cast):
    slot = make_slot(cast, pool=False, unit="union")
    expect_people(
        actor=cast.actor("chair"), now=NOW, slot=slot, people=[cast.people["office"].pk, cast.people["hr"].pk]
    )
    slot.expected.filter(person=cast.people["hr"]).update(excuse="出差")
    assert officer(cast, "chair").get(at(slot)).context["door"].tally.due == 1


def test_a_long_list_takes_no_more_queries(cast, django_assert_max_num_queries):
    slot = opened(cast)
    for person in people(cast, 60):
        hold(slot, person)
    client = officer(cast)
    client.get(at(slot, "list"))
    with django_assert_max_num_queries(18):
        assert client.get(at(slot, "list"), {"page": 2}).status_code == 200


def test_a_slot_of_another_activity_is_not_there(cast):
    slot, other = opened(cast, "member"), make_slot(cast, title="运动会")
    wrong = reverse("attendance:door", kwargs={"pk": other.activity_id, "slot": slot.pk})
    assert officer(cast).get(wrong).status_code == 404
    assert cast.client("branch", in_office=False).get(at(slot)).status_code == 403
    assert cast.client("member").get(at(slot)).status_code == 404


def test_the_worker_and_the_page_without_network(cast, client):
    script = client.get("/sw.js")
    assert script.headers["Content-Type"] == "text/javascript"
    assert script.headers["Service-Worker-Allowed"] == "/"
    assert "default-src 'none'" in script.headers["Content-Security-Policy"]
    assert "/sign-out/" in script.content.decode()
    assert client.get("/offline/").status_code == 200
