"""Pages of choosing, for the member, the outsider and the office."""

from __future__ import annotations

from io import BytesIO

import pytest
import time_machine
from openpyxl import load_workbook

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.choosing.models import Way
from tongxin.choosing.tests.making import choose, ended, letters, opened, people_of, round_of
from tongxin.welfare.actions import hand_out, open_choosing

pytestmark = pytest.mark.django_db
HTML = {"HTTP_ACCEPT": "text/html"}


@pytest.fixture(autouse=True)
def then():
    with time_machine.travel(NOW, tick=False):
        yield


def page(cast, round, name="member", path="", *, office=False, status=200):
    answer = cast.client(name, in_office=office).get(f"/welfare/{round.pk}/{path}")
    assert answer.status_code == status, answer.content.decode()[:500]
    return answer.content.decode()


def test_the_member_sees_packs_and_taps_one(cast):
    round = opened(cast, 120, 60)
    shown = page(cast, round)
    assert "礼包2选一" in shown
    assert "还剩 <b>120</b> 份，共120份" in shown
    assert "安徽岳西县来榜镇" in shown
    assert "不选就给A 岳西翠兰礼包" in shown
    client = cast.client("member", in_office=False)
    answer = client.post(f"/welfare/{round.pk}/choice/", {"pack": round.packs.get(letter="B").pk})
    assert (answer.status_code, answer["Location"]) == (302, f"/welfare/{round.pk}/")
    shown = page(cast, round)
    assert "你选了B 金寨黑毛猪肉礼包" in shown
    assert "改选这个" in shown
    client.post(f"/welfare/{round.pk}/choice/", {"pack": round.packs.get(letter="A").pk, "instead": "1"})
    assert letters(round) == {"张三": "A"}


def test_too_late_is_said_without_a_message(cast):
    round = opened(cast, 1, 1)
    choose(cast, round, "librarian", "A")
    client = cast.client("member", in_office=False)
    answer = client.post(f"/welfare/{round.pk}/choice/", {"pack": round.packs.get(letter="A").pk})
    assert answer["Location"] == f"/welfare/{round.pk}/choice/?no=full"
    assert "刚刚选完了，换一个选" in client.get(answer["Location"]).content.decode()
    assert "1份都选完了" in page(cast, round)


def test_nonsense_is_no_page(cast):
    round = opened(cast, 1, 1)
    client = cast.client("member", in_office=False)
    for pack in ("", "x", "999999", "-1", "１"):
        assert client.post(f"/welfare/{round.pk}/choice/", {"pack": pack}).status_code == 404
    assert cast.client("outsider").post(f"/welfare/{round.pk}/choice/", {"pack": "1"}).status_code == 404


def test_who_is_not_on_the_list_is_told_whom_to_ask(cast):
    round = opened(cast, 3, 3)
    shown = page(cast, round, "hr")
    assert "你不在这次的名单里" in shown
    assert "周敏 138" in shown
    assert "选这个" not in shown


def test_the_way_keeps_what_was_typed(cast):
    round = opened(cast, 3, 3, delivers=True, donates_to="县福利院")
    client, url = cast.client("member", in_office=False), f"/welfare/{round.pk}/way/"
    shown = client.get(url).content.decode()
    assert "捐给县福利院" in shown
    answer = client.post(url, {"kind": "delivery", "receiver": "老张", "phone": "1", "address": "永和路1号3栋"})
    assert answer.status_code == 422
    assert "老张" in answer.content.decode()
    assert not Way.objects.exists()
    client.post(url, {"kind": "delivery", "receiver": "老张", "phone": "13800001111", "address": "永和路1号3栋"})
    assert "永和路1号3栋" in page(cast, round)
    assert page(cast, round, "hr", "way/", status=422)


def test_home_and_the_tab_say_what_waits(cast):
    round = opened(cast, 3, 3)
    for path in ("/", "/welfare/"):
        assert "选礼包：中秋福利" in cast.client("member", in_office=False).get(path).content.decode()
    choose(cast, round, "member")
    assert "选礼包：中秋福利" not in cast.client("member", in_office=False).get("/").content.decode()


def test_the_desk_sees_how_far_it_is_and_the_list(cast):
    round = opened(cast, 3, None)
    choose(cast, round, "member", "A")
    shown = page(cast, round, "office", office=True)
    assert "1 / 3" in shown
    assert "?tab=none" in shown
    listed = page(cast, round, "office", "choices/?tab=none", office=True)
    assert "李四" in listed
    assert "张三" not in listed
    assert "替他选" in listed
    own = page(cast, round, "branch", "choices/", office=True)
    assert "张三" in own
    assert "替他选" not in own
    assert page(cast, round, "member", "choices/", status=404)
    page(cast, round, "office", "choices/", status=403)


@pytest.mark.parametrize(
    "query", ["tab=x", "tab=²", "unit=x", "page=x", "q=%F0%9F%98%80", "tab=99999999999999999999999"]
)
def test_the_list_takes_any_address(cast, query):
    page(cast, opened(cast, 3, 3), "office", f"choices/?{query}", office=True)


def test_the_list_and_the_addresses_as_spreadsheets(cast):
    round = opened(cast, 3, 3, delivers=True)
    choose(cast, round, "member", "B")
    Way.objects.create(
        entitled=round.entitled.get(person=cast.people["member"]),
        kind="delivery",
        receiver="张三",
        phone="138",
        address="永和路",
        at=NOW,
    )
    client = cast.client("office")
    rows = _rows(client.get(f"/welfare/{round.pk}/choices/export/"))
    assert rows[2] == ("电子与电气工程学院", "张三", cast.people["member"].staff_no, "B 金寨黑毛猪肉礼包", "送到家")
    assert _rows(client.get(f"/welfare/{round.pk}/choices/export/?tab=none"))[1][1] == "李四"
    rows = _rows(client.post(f"/welfare/{round.pk}/choices/addresses/"))
    assert rows[1][-3:] == ("张三", "138", "永和路")
    assert Entry.objects.filter(act="choosing.export_addresses").count() == 1
    assert client.get(f"/welfare/{round.pk}/choices/addresses/").status_code == 405


def test_an_officer_chooses_for_somebody(cast):
    round = opened(cast, 3, 3)
    line, client = round.entitled.get(person=cast.people["member"]), cast.client("office")
    url = f"/welfare/{round.pk}/choices/{line.pk}/"
    assert "替张三选" in client.get(url).content.decode()
    pack = round.packs.get(letter="B").pk
    assert client.post(url, {"pack": pack, "reason": " "}).status_code == 422
    assert client.post(url, {"pack": pack, "reason": "不会用手机"}).status_code == 302
    assert letters(round) == {"张三": "B"}


def test_afterwards_the_member_has_one_card_and_everybody_the_facts(cast):
    round = opened(cast, 9, 9)
    choose(cast, round, "member", "B")
    ended(cast, round)
    hand_out(actor=cast.actor("office"), now=NOW, round=round)
    shown = page(cast, round)
    assert "我的礼包" in shown
    assert "B 金寨黑毛猪肉礼包" in shown
    assert "应领2人" in shown
    assert "工会经费" in shown
    assert "200元" in shown


def test_pages_take_the_same_queries_for_many(cast, django_assert_max_num_queries):
    round = round_of(cast, 200, None)
    people_of(cast, round, 60)
    open_choosing(actor=cast.actor("office"), now=NOW, round=round, choose_until=NOW.replace(day=25))
    client = cast.client("office")
    client.get(f"/welfare/{round.pk}/choices/")
    with django_assert_max_num_queries(16):
        client.get(f"/welfare/{round.pk}/choices/")


def _rows(answer):
    assert answer.status_code == 200
    return list(load_workbook(BytesIO(b"".join(answer)), read_only=True).active.values)
