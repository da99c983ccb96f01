"""Pages of the office: paper, parcels, the rest, points, complaints, exports."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.choosing.models import Way
from tongxin.collecting import actions
from tongxin.collecting.models import Point, Window
from tongxin.collecting.tests.making import (
    LATER,
    handed,
    line,
    make_point,
    make_round,
    make_windows,
    page,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("later")]


def test_sheets_to_sign_in_three_forms(cast, round):
    client, url = cast.client("office"), f"/welfare/{round.pk}/door/paper/"
    book = openpyxl.load_workbook(BytesIO(client.get(f"{url}xlsx/").content))
    assert book.sheetnames == ["电子与电气工程学院", "图书馆"]
    assert [cell.value for cell in book.worksheets[1][2]][:4] == [
        "1",
        cast.people["librarian"].staff_no,
        "李四",
        "A A礼盒",
    ]
    assert client.get(f"{url}pdf/?unit={cast.units['ee'].pk}").content.startswith(b"%PDF")
    assert client.get(f"{url}docx/").content.startswith(b"PK")
    assert client.get(f"{url}exe/").status_code == 404
    taken = Entry.objects.filter(act="collecting.print").order_by("pk")
    assert [each.after["form"] for each in taken] == ["xlsx", "pdf", "docx"]


def test_signed_paper_is_taken_in_by_unit(cast, round):
    client = cast.client("office")
    url = f"/welfare/{round.pk}/door/paper/?unit={cast.units['ee'].pk}"
    assert client.get(url).content.decode().count("checked") == 2
    assert client.post(url, {}).status_code == 422
    lines = [line(round, cast.people[name]).pk for name in ("member", "branch")]
    assert "记了2人" in client.post(url, {"lines": lines}, follow=True).content.decode()
    assert "都领了" in client.get(url).content.decode()


def test_parcels_are_marked_in_bulk(cast, round):
    held = line(round, cast.people["member"])
    Way.objects.create(entitled=held, kind="delivery", at=NOW, address="某路1号")
    client, url = cast.client("office"), f"/welfare/{round.pk}/door/ways/?way=delivery"
    text = client.get(url).content.decode()
    assert "张三" in text
    assert "某路1号" not in text
    assert "记了1人" in client.post(url, {"lines": [held.pk]}, follow=True).content.decode()
    assert cast.client("branch").get(url).status_code == 404


def test_the_rest_is_reminded_and_explained(cast, round):
    client, url = cast.client("office"), f"/welfare/{round.pk}/door/rest/"
    assert "还有3人没领" in client.get(url).content.decode()
    assert "提醒了2人" in client.post(f"{url}reminder/?unit={cast.units['ee'].pk}", follow=True).content.decode()
    assert client.post(f"{url}explanation/", {"words": ""}).status_code == 422
    assert "都在出差" in client.post(f"{url}explanation/", {"words": "都在出差"}, follow=True).content.decode()


def test_points_and_slots_are_arranged_on_pages(cast, round):
    client, url = cast.client("office"), f"/welfare/{round.pk}/points/"
    assert client.post(url, {"name": ""}).status_code == 422
    assert client.post(url, {"name": "东区", "units": [cast.units["ee"].pk]}).status_code == 302
    point = Point.objects.get()
    series = {
        "first": "2020-10-21",
        "last": "2020-10-21",
        "days": "every",
        "times": "8点",
        "minutes": "60",
        "heads": "9",
    }
    wrong = client.post(f"/welfare/points/{point.pk}/windows/", series)
    assert wrong.status_code == 422
    assert "8点" in wrong.content.decode()
    assert client.post(f"/welfare/points/{point.pk}/windows/", {**series, "times": "8:00-10:00"}).status_code == 302
    assert Window.objects.count() == 2
    assert "10月21日" in client.get(url).content.decode()
    kept = client.get(f"/welfare/points/{point.pk}/").content.decode()
    assert "东区" in kept
    assert client.post(f"/welfare/points/{point.pk}/", {"name": "西区", "known": ""}).status_code == 302
    window = Window.objects.first()
    assert client.post(f"/welfare/windows/{window.pk}/removal/").status_code == 302
    assert client.post(f"/welfare/points/{point.pk}/removal/").status_code == 302
    assert not Point.objects.exists()


def test_complaints_are_answered_on_pages(cast, round):
    handed(cast, round, "member")
    made = actions.complain(actor=cast.actor("member"), now=LATER, round=round, kind="missing", words="少一瓶")
    client = cast.client("office")
    assert "少一瓶" in client.get(f"/welfare/{round.pk}/complaints/").content.decode()
    assert client.post(f"/welfare/complaints/{made.pk}/", {"outcome": "replenished", "answer": ""}).status_code == 422
    given = {"outcome": "replenished", "answer": "补了一瓶", "public": "on"}
    assert client.post(f"/welfare/complaints/{made.pk}/", given).status_code == 302
    assert cast.client("branch").get(f"/welfare/complaints/{made.pk}/").status_code == 404
    text = page(cast, "librarian", f"/welfare/{round.pk}/", in_office=False)
    assert "补了一瓶" in text
    assert "张三" not in text


def test_the_rounds_page_shows_the_own_side_and_the_desk_its_progress(cast, round):
    make_windows(cast, make_point(cast, round))
    text = page(cast, "member", f"/welfare/{round.pk}/", in_office=False)
    for words in ("出示我的码", "选什么时候来领", "请同事代领", "已经收到了"):
        assert words in text
    desk = page(cast, "office", f"/welfare/{round.pk}/")
    for words in ("去发放", "领取点和时段", "发了0，还剩3"):
        assert words in desk
    assert "扫码发放" in page(cast, "office", f"/welfare/{round.pk}/door/")


def test_a_round_that_is_not_handed_out_yet_shows_where_and_when(cast):
    round = make_round(cast, "member", state="choosing")
    make_point(cast, round)
    text = page(cast, "member", f"/welfare/{round.pk}/", in_office=False)
    assert "工会活动室" in text
    assert "出示我的码" not in text


def test_all_receipts_are_exported(cast, round):
    receipt, _again = actions.hand_over(
        actor=cast.actor("branch"), now=LATER, entitled=line(round, cast.people["member"])
    )
    actions.take_back(actor=cast.actor("branch"), now=LATER, receipt=receipt, reason="扫错了")
    book = openpyxl.load_workbook(BytesIO(cast.client("office").get(f"/welfare/{round.pk}/door/receipts/").content))
    row = [cell.value for cell in book.active[2]]
    assert row[1:6] == ["张三", "电子与电气工程学院", "A A礼盒", datetime(2020, 10, 20, 14, 5), "勾名单"]
    assert "扫错了" in row
    assert Entry.objects.get(act="collecting.print").after == {"kind": "receipts", "form": "xlsx"}


def test_who_got_it_meanwhile_does_not_stand_in_the_others_way(cast, round):
    client, url = cast.client("office"), f"/welfare/{round.pk}/door/paper/?unit={cast.units['ee'].pk}"
    lines = [str(line(round, cast.people[name]).pk) for name in ("member", "branch")]
    handed(cast, round, "member")
    assert "记了1人" in client.post(url, {"lines": [*lines, "坏的"]}, follow=True).content.decode()
    none = client.post(url, {"lines": []})
    assert none.status_code == 422
    assert "一个人都没勾" in none.content.decode()
