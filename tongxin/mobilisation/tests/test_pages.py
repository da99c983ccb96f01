"""Pages for member, outsider, officer."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
import time_machine
from openpyxl import load_workbook

from tests.cast import NOW
from tongxin.core.agenda import Whose, entries
from tongxin.core.todos import waiting
from tongxin.mobilisation import actions
from tongxin.mobilisation.models import Answer, Call, Collection, Service, Task
from tongxin.mobilisation.queries.call import call_page
from tongxin.mobilisation.rules.shifts import DutyLine
from tongxin.mobilisation.tests.making import LATER, call, collection, part, served, shifts, take, task

pytestmark = pytest.mark.django_db
CALL = {
    "title": "校门值守", "starts_on": "2020-10-21", "ends_on": "2020-10-22", "days": "every", "times": "8:00-12:00 14:00-18:00", "heads": "3",
    "duties": "测温：给进门的人测体温\n登记", "who": "staff", "place": "南门",
}  # fmt: skip


@pytest.fixture(autouse=True)
def still():
    with time_machine.travel(NOW, tick=False):
        yield


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def test_two_taps_to_a_shift_and_back(cast):
    made = call(cast)
    shift = shifts(made)[0]
    client = cast.client("member", in_office=False)
    assert f"/mobilisation/volunteers/{made.pk}/" in page(client, "/")
    assert "我来" in page(client, f"/mobilisation/volunteers/{made.pk}/")
    answer = client.post(f"/mobilisation/volunteers/shifts/{shift.pk}/taking/", follow=True).content.decode()
    assert "报上了" in answer and "我的" in answer
    assert "校门值守" in page(client, "/mobilisation/my/shifts/")
    assert "名额马上让给候补的人" in page(client, f"/mobilisation/volunteers/shifts/{shift.pk}/leaving/")
    assert "退出了" in client.post(f"/mobilisation/volunteers/shifts/{shift.pk}/leaving/", follow=True).content.decode()
    assert "没有要去的班" in page(client, "/mobilisation/my/shifts/")


def test_a_clash_is_told_where_it_was_tapped(cast):
    made = call(cast, duties=[DutyLine("测温"), DutyLine("登记")])
    one, other = shifts(made)[:2]
    take(cast, one, "member")
    client = cast.client("member", in_office=False)
    assert "时间撞了" in page(client, f"/mobilisation/volunteers/{made.pk}/")
    answer = client.post(f"/mobilisation/volunteers/shifts/{other.pk}/taking/", follow=True).content.decode()
    assert "时间撞上了" in answer and "10月21日 周三 8:00-12:00" in answer


def test_a_day_stands_once_with_the_shifts_of_all_posts(cast):
    made = call(cast, duties=[DutyLine("测温"), DutyLine("登记")], ends_on=date(2020, 10, 22))
    shown = call_page(cast.actor("member"), made, NOW)
    assert [(day.day.day, [choice.duty for choice in day.choices]) for day in shown.coming] == [
        (21, ["测温", "登记"] * 2), (22, ["测温", "登记"] * 2),
    ]  # fmt: skip


def test_drafts_are_for_their_officers(cast):
    made = call(cast, published=False)
    page(cast.client("member", in_office=False), f"/mobilisation/volunteers/{made.pk}/", 404)
    page(cast.client("branch"), f"/mobilisation/volunteers/{made.pk}/", 404)
    page(cast.client("office", in_office=False), f"/mobilisation/volunteers/{made.pk}/", 403)
    assert "发布" in page(cast.client("office"), f"/mobilisation/volunteers/{made.pk}/")
    page(cast.client("outsider"), f"/mobilisation/volunteers/{call(cast).pk}/", 404)


def test_a_call_in_one_form(cast):
    client = cast.client("office")
    assert "照以前的" not in page(client, "/mobilisation/volunteers/new/")
    sent = CALL | {"unit": cast.union.pk}
    bad = client.post("/mobilisation/volunteers/new/", sent | {"times": "上午"})
    assert bad.status_code == 422 and "校门值守" in bad.content.decode() and "看不懂这个时间" in bad.content.decode()
    backwards = client.post("/mobilisation/volunteers/new/", sent | {"ends_on": "2020-10-20"})
    assert backwards.status_code == 422 and not Call.objects.exists()
    answer = client.post("/mobilisation/volunteers/new/", sent, follow=True).content.decode()
    made = Call.objects.get()
    assert "班次都排好了" in answer and len(shifts(made)) == 8
    client.post(f"/mobilisation/volunteers/{made.pk}/publication/")
    again = page(client, f"/mobilisation/volunteers/new/?from={made.pk}")
    assert "8:00-12:00 14:00-18:00" in again and "给进门的人测体温" in again


def test_acts_ask_once(cast):
    made = call(cast)
    client = cast.client("office")
    for act in ("closing", "reopening", "ending"):
        page(client, f"/mobilisation/volunteers/{made.pk}/{act}/")
        assert client.post(f"/mobilisation/volunteers/{made.pk}/{act}/").status_code == 302
    again = client.post(f"/mobilisation/volunteers/{made.pk}/ending/")
    assert again.status_code == 422 and "已结束" in again.content.decode()
    client.post(f"/mobilisation/volunteers/{made.pk}/reopening/")
    edit = {"title": "东门值守", "what": "", "place": "", "contact": ""}
    client.post(f"/mobilisation/volunteers/{made.pk}/edit/", edit)
    duty = made.duties.get().pk
    more = {
        "duties": [duty],
        "first": "2020-10-23",
        "last": "2020-10-23",
        "days": "every",
        "times": "9:00-11:00",
        "heads": 1,
    }
    client.post(f"/mobilisation/volunteers/{made.pk}/shifts/", more)
    assert len(shifts(made)) == 3
    assert "东门值守" in page(client, "/mobilisation/volunteers/")
    last = shifts(made)[-1].pk
    client.post(f"/mobilisation/volunteers/shifts/{last}/heads/", {"heads": 4})
    client.post(f"/mobilisation/volunteers/shifts/{last}/admission/", {"person": "张三", "reason": "现场来的"})
    assert "张三" in page(client, f"/mobilisation/volunteers/shifts/{last}/")
    unknown = client.post(
        f"/mobilisation/volunteers/shifts/{last}/admission/", {"person": "没这人", "reason": "现场来的"}
    )
    assert unknown.status_code == 422
    place = shifts(made)[-1].pool.places.get().pk
    client.post(f"/mobilisation/volunteers/shifts/{last}/{place}/removal/", {"reason": "重了"})
    assert client.post(f"/mobilisation/volunteers/shifts/{shifts(made)[0].pk}/dropping/").status_code == 302
    assert len(shifts(made)) == 2


def test_who_came_is_ticked_and_put_right(cast):
    made = call(cast, heads=3)
    shift = shifts(made)[0]
    for name in ("member", "librarian"):
        take(cast, shift, name)
    member, librarian = cast.people["member"].pk, cast.people["librarian"].pk
    client, address = cast.client("office"), f"/mobilisation/volunteers/shifts/{shift.pk}/"
    assert "记下" not in page(client, address)
    with time_machine.travel(LATER, tick=False):
        client = cast.client("office")
        assert "记下2人" in page(client, address)
        assert "有2班" not in page(client, "/") and "记志愿时长" in page(client, "/")
        bad = client.post(address, {f"came_{member}": "on", f"hours_{member}": "40"})
        assert bad.status_code == 422 and not Service.objects.exists()
        client.post(address, {f"came_{member}": "on", f"hours_{member}": "3.5"})
        assert dict(Service.objects.values_list("person", "minutes")) == {member: 210, librarian: 0}
        page(client, f"{address}{cast.people['hr'].pk}/correction/", 404)
        page(client, f"{address}{librarian}/correction/")
        client.post(f"{address}{librarian}/correction/", {"hours": "2", "words": "签到表上有"})
        assert "签到表上有" in page(client, address)
        client.post(f"/mobilisation/volunteers/{made.pk}/thanks/", {"words": "辛苦了"})
        seen = page(cast.client("member", in_office=False), f"/mobilisation/volunteers/{made.pk}/")
        assert "辛苦了" in seen and "3.5小时" in seen and "李四" in seen
        assert "一共服务了3.5小时" in page(cast.client("member", in_office=False), "/mobilisation/my/shifts/")
        sheet = load_workbook(BytesIO(client.get(f"/mobilisation/volunteers/{made.pk}/export/").content)).active
        rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=2)]
        assert [(row[1], row[3], row[8], row[9]) for row in rows] == [
            ("8:00-12:00", "张三", 3.5, None), ("8:00-12:00", "李四", 2, "签到表上有"),
        ]  # fmt: skip


def test_shifts_are_in_the_calendar(cast):
    made = call(cast, heads=1)
    take(cast, shifts(made)[0], "member")
    take(cast, shifts(made)[0], "librarian")
    day = shifts(made)[0].starts_at.date()
    mine = entries(Whose(cast.people["member"].pk), day, day)
    assert [(entry.title, entry.place) for entry in mine] == [("校门值守 测温", "南门")]
    assert [entry.title for entry in entries(Whose(cast.people["librarian"].pk), day, day)] == ["校门值守 测温（候补）"]
    assert [entry for entry in entries(Whose(unit=cast.union), day, day) if entry.uid.startswith("shift")] == []


def test_what_waits(cast):
    made = call(cast)
    given = task(cast)
    asked = collection(cast)

    def keys(name, office):
        return [todo.key for todo in waiting(cast.actor(name, in_office=office), NOW, office=office)]

    assert keys("member", False) == [f"mobilisation.call.{made.pk}", f"mobilisation.answer.{asked.pk}"]
    assert keys("librarian", False) == [f"mobilisation.call.{made.pk}"]
    assert f"mobilisation.task.{part(cast, given).pk}" in keys("branch", True)
    assert not any(key.startswith("mobilisation.task") for key in keys("office", True))
    take(cast, shifts(made)[0], "member")
    values = {"well": True, "temperature": 36, "away": False}
    actions.answer(actor=cast.actor("member"), now=NOW, collection=asked, given=values)
    assert keys("member", False) == []
    assert keys("outsider", False) == []


def test_a_task_from_a_template_to_the_board(cast):
    client = cast.client("office")
    assert "返校人数" in page(client, "/mobilisation/tasks/new/?as=return")
    sent = {
        "title": "返校",
        "what": "问清",
        "due_on": "2020-10-25",
        "units": [cast.units["ee"].pk],
        "counts": "返校人数",
        "acknowledge": "on",
        "unit": cast.union.pk,
    }
    bad = client.post("/mobilisation/tasks/new/", sent | {"due_on": "2020-10-01"})
    assert bad.status_code == 422 and "问清" in bad.content.decode()
    assert client.post("/mobilisation/tasks/new/", sent).status_code == 302
    made = Task.objects.get()
    mine = part(cast, made).pk
    branch = cast.client("branch")
    assert "没回复收到" in page(branch, "/mobilisation/tasks/")
    assert branch.get(f"/mobilisation/tasks/{made.pk}/mine/").url == f"/mobilisation/tasks/parts/{mine}/"
    assert client.get(f"/mobilisation/tasks/{made.pk}/mine/").url == f"/mobilisation/tasks/parts/{mine}/"
    assert cast.client("audit").get(f"/mobilisation/tasks/{made.pk}/mine/").url == f"/mobilisation/tasks/{made.pk}/"
    page(cast.client("branch", in_office=False), f"/mobilisation/tasks/{made.pk}/mine/", 403)
    page(cast.client("member", in_office=False), f"/mobilisation/tasks/{made.pk}/mine/", 404)
    assert "收到" in page(branch, f"/mobilisation/tasks/parts/{mine}/")
    assert (
        "回复了收到" in branch.post(f"/mobilisation/tasks/parts/{mine}/acknowledgement/", follow=True).content.decode()
    )
    bad = branch.post(f"/mobilisation/tasks/parts/{mine}/", {"state": "cannot", "words": ""})
    assert bad.status_code == 422 and "做不了，写一句" in bad.content.decode()
    branch.post(
        f"/mobilisation/tasks/parts/{mine}/", {"state": "done", "number": 128, "whole": 130, "words": "两人在外地"}
    )
    board = page(client, f"/mobilisation/tasks/{made.pk}/")
    assert "128 / 130" in board and "两人在外地" in board
    page(branch, f"/mobilisation/tasks/{made.pk}/", 404)
    again = client.post(f"/mobilisation/tasks/{made.pk}/reminder/")
    assert again.status_code == 422 and "没有要催的单位" in again.content.decode()
    client.post(f"/mobilisation/tasks/{made.pk}/closing/", {"words": "都回来了"})
    assert "都回来了" in page(branch, f"/mobilisation/tasks/parts/{mine}/")
    late = branch.post(f"/mobilisation/tasks/parts/{mine}/acknowledgement/", follow=True).content.decode()
    assert "已经了结" in late


def test_a_collection_from_its_purpose_to_its_end(cast):
    client = cast.client("office")
    page(client, "/mobilisation/collections/new/")
    sent = {
        "title": "返校前登记", "purpose": "安排返校", "ground": "防控方案", "asks": ["well", "away"], "units": [cast.units["ee"].pk],
        "ends_on": "2020-10-27", "erase_on": "2020-11-10", "readers": "周敏、丁磊", "unit": cast.union.pk,
    }  # fmt: skip
    bad = client.post("/mobilisation/collections/new/", sent | {"erase_on": "2020-12-31"})
    assert bad.status_code == 422 and "30天内必须删掉" in bad.content.decode()
    assert client.post("/mobilisation/collections/new/", sent | {"readers": "没这人"}).status_code == 422
    client.post("/mobilisation/collections/new/", sent)
    made = Collection.objects.get()
    member, address = cast.client("member", in_office=False), f"/mobilisation/collections/{made.pk}/"
    shown = page(member, f"{address}answer/")
    assert (
        shown.index("安排返校") < shown.index("防控方案") < shown.index("2020年11月10日") < shown.index("今天身体好吗")
    )
    assert "丁磊、周敏" in shown and "体温" not in shown
    bad = member.post(f"{address}answer/", {"well": "yes", "away": "yes", "where": ""})
    assert bad.status_code == 422 and "写一下去过哪里" in bad.content.decode() and not Answer.objects.exists()
    member.post(f"{address}answer/", {"well": "no", "away": "yes", "where": "合肥"})
    assert "合肥" in page(member, f"{address}answer/")
    for name in ("branch", "office", "chair"):
        seen = page(cast.client(name), address)
        assert "合肥" not in seen and "吴海燕" in seen
    page(member, address, 404)
    page(cast.client("branch", in_office=False), address, 403)
    page(cast.client("librarian", in_office=False), f"{address}answer/", 404)
    for name in ("chair", "branch", "member", "outsider"):
        page(cast.client(name), f"{address}answers/", 404)
    reader = cast.client("hr", in_office=False)
    assert "合肥" not in page(reader, f"{address}answers/")
    assert "合肥" in reader.post(f"{address}answers/").content.decode()
    client.post(f"{address}erasure/")
    assert "只剩合计" in page(client, address)
    assert "已经删掉" in reader.post(f"{address}answers/", follow=True).content.decode()
    assert "已经删掉" in page(member, f"{address}answer/")


def test_lists_for_those_who_may_not(cast):
    call(cast)
    for address in (
        "/mobilisation/tasks/",
        "/mobilisation/collections/",
        "/mobilisation/tasks/new/",
        "/mobilisation/collections/new/",
        "/mobilisation/volunteers/new/",
    ):
        page(cast.client("member", in_office=False), address, 404)
    page(cast.client("party"), "/mobilisation/tasks/")
    page(cast.client("party"), "/mobilisation/collections/", 404)
    assert "校门值守" not in page(cast.client("outsider", in_office=False), "/mobilisation/volunteers/")
    assert "校门值守" in page(cast.client("party"), "/mobilisation/volunteers/")


def test_an_ended_call_stays_to_be_read(cast):
    made = call(cast)
    take(cast, shifts(made)[0], "member")
    served(cast, shifts(made)[0])
    actions.end_call(actor=cast.actor("office"), now=LATER, call=made)
    with time_machine.travel(LATER + timedelta(days=1), tick=False):
        seen = page(cast.client("member", in_office=False), "/mobilisation/volunteers/")
        assert "1人来过" in seen
        assert "已结束" in page(cast.client("member", in_office=False), f"/mobilisation/volunteers/{made.pk}/")
