"""Pages: what a member, an officer, a branch and a stranger see, and what they may send."""

from __future__ import annotations

import json

import pytest

from tests.cast import NOW
from tongxin.collecting import actions
from tongxin.collecting.models import Complaint, Proxy, Receipt
from tongxin.collecting.tests.making import (
    LATER,
    SIGNATURE,
    code,
    digits,
    entitle,
    handed,
    line,
    make_point,
    make_windows,
    page,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("later")]


def test_the_pass_shows_what_and_works_without_network(cast, round):
    make_point(cast, round)
    answer = cast.client("member", in_office=False).get(f"/welfare/{round.pk}/pass/")
    text = answer.content.decode()
    assert answer["X-Offline"] == "keep"
    assert digits(round, cast.people["member"]) in text
    for words in ("A礼盒", "工会活动室", "行政楼101", "周敏 1234", 'class="qr"'):
        assert words in text
    assert "没有你的码" in page(cast, "hr", f"/welfare/{round.pk}/pass/", in_office=False)


def test_the_pass_becomes_the_receipt(cast, round):
    handed(cast, round, "member")
    answer = cast.client("member", in_office=False).get(f"/welfare/{round.pk}/pass/")
    assert "领到了" in answer.content.decode()
    assert "X-Offline" not in answer


def test_a_member_picks_changes_and_leaves_a_slot(cast, round):
    first, second = make_windows(cast, make_point(cast, round))
    client = cast.client("member", in_office=False)
    for window in (first, second):
        answer = client.post(f"/welfare/{round.pk}/windows/{window.pk}/picking/", follow=True)
        assert "选好了" in answer.content.decode()
    text = client.get(f"/welfare/{round.pk}/windows/").content.decode()
    assert text.count("slot on") == 1
    assert "退掉了" in client.post(f"/welfare/{round.pk}/windows/leaving/", follow=True).content.decode()
    assert "还没有选" in client.post(f"/welfare/{round.pk}/windows/leaving/", follow=True).content.decode()
    page(cast, "hr", f"/welfare/{round.pk}/windows/", in_office=False, code=404)


def test_a_member_names_a_proxy_and_takes_it_back(cast, round):
    client, url = cast.client("member", in_office=False), f"/welfare/{round.pk}/proxy/"
    wrong = client.post(url, {"person": "没这个人"})
    assert wrong.status_code == 422
    assert "没这个人" in wrong.content.decode()
    assert "李四替你领" in client.post(url, {"person": "李四"}, follow=True).content.decode()
    assert "收回了" in client.post(f"{url}withdrawal/", follow=True).content.decode()
    assert Proxy.objects.get().withdrawn_at is not None


def test_a_member_says_i_have_it_and_what_is_wrong(cast, round):
    client = cast.client("member", in_office=False)
    assert "领到以后才能说" in client.get(f"/welfare/{round.pk}/complaint/").content.decode()
    assert client.post(f"/welfare/{round.pk}/arrived/").status_code == 302
    url = f"/welfare/{round.pk}/complaint/"
    wrong = client.post(url, {"kind": "damaged", "words": ""})
    assert wrong.status_code == 422
    assert "油漏了" in client.post(url, {"kind": "damaged", "words": "油漏了"}, follow=True).content.decode()
    assert Complaint.objects.get().entitled.person == cast.people["member"]


def test_the_phone_sends_a_queue_and_each_is_answered(cast, round):
    client, url = cast.client("branch"), f"/welfare/{round.pk}/door/scans/"
    given = {
        "key": ["a", "b", "c"], "code": [code(round, cast.people["member"]), "", "你好"], "at": [LATER.isoformat(), "", "坏的"],
        "for": ["", "", "x"], "point": ["", "", "9"], "of": ["", "a", ""], "sign": ["", SIGNATURE, ""], "end": "3",
    }  # fmt: skip
    answers = json.loads(client.post(url, given).content)["answers"]
    assert [(each["key"], each["tone"], each["big"]) for each in answers] == [
        ("a", "ok", "A A礼盒"),
        ("b", "ok", ""),
        ("c", "bad", ""),
    ]
    assert client.post(url, {**given, "at": ["x"]}).status_code == 422
    assert client.post(url, {**given, "of": ["x"]}).status_code == 422
    cut = {name: each for name, each in given.items() if name != "end"}
    assert client.post(url, cut).status_code == 422
    assert cast.client("branch", in_office=False).post(url, given).status_code == 403
    assert cast.client("librarian").post(url, given).status_code == 404
    assert Receipt.objects.get().signature == SIGNATURE


def test_the_scan_page_works_without_scripts(cast, round):
    actions.name_proxy(actor=cast.actor("branch"), now=NOW, round=round, person=cast.people["member"])
    client, url = cast.client("branch"), f"/welfare/{round.pk}/door/scan/"
    assert client.get(url)["X-Offline"] == "keep"
    text = client.post(url, {"code": code(round, cast.people["member"])}).content.decode()
    assert "A A礼盒" in text
    assert "给吴海燕的" in text
    given = {"code": code(round, cast.people["member"]), "for": str(cast.people["branch"].pk)}
    assert "吴海燕" in client.post(url, given).content.decode()
    assert client.post(url, {"code": "0000000"}).status_code == 422
    assert Receipt.objects.count() == 2


def test_a_branch_sees_and_ticks_its_own_people_alone(cast, round):
    text = page(cast, "branch", f"/welfare/{round.pk}/door/list/")
    assert "张三" in text
    assert "李四" not in text
    theirs = line(round, cast.people["librarian"])
    assert cast.client("branch").post(f"/welfare/{round.pk}/door/list/{theirs.pk}/tick/").status_code == 404
    mine = line(round, cast.people["member"])
    answer = cast.client("branch").post(
        f"/welfare/{round.pk}/door/list/{mine.pk}/tick/", {"back": "//evil"}, follow=True
    )
    assert "张三领了A A礼盒" in answer.content.decode()
    assert answer.redirect_chain[0][0] == f"/welfare/{round.pk}/door/list/"


@pytest.mark.parametrize("query", ["q=zs", "q=张三", "state=missing", "unit={ee}"])
def test_the_list_is_searched(cast, round, query):
    text = page(cast, "office", f"/welfare/{round.pk}/door/list/?{query.replace('{ee}', str(cast.units['ee'].pk))}")
    assert "张三" in text
    assert page(cast, "office", f"/welfare/{round.pk}/door/list/?q=没有").count("没有找到") == 1


def test_who_was_struck_or_left_is_told_on_the_page(cast, round):
    gone = entitle(round, cast.people["office"], struck="退休", struck_at=NOW)
    assert "加回名单" in page(cast, "office", f"/welfare/{round.pk}/door/list/{gone.pk}/")
    cast.people["member"].left_on = NOW.date()
    cast.people["member"].save()
    url = f"/welfare/{round.pk}/door/list/{line(round, cast.people['member']).pk}/"
    assert "还是发给他" in page(cast, "branch", url)
    client = cast.client("branch")
    assert client.post(url, {"why": ""}).status_code == 422
    assert client.post(url, {"why": "名单那天还在职"}).status_code == 302
    assert Receipt.objects.get().note == "名单那天还在职"


def test_a_receipt_is_signed_exchanged_and_taken_back(cast, round):
    receipt, _again = actions.hand_over(
        actor=cast.actor("branch"), now=LATER, entitled=line(round, cast.people["member"])
    )
    client, url = cast.client("branch"), f"/welfare/receipts/{receipt.pk}/"
    assert client.post(f"{url}signature/", {"sign": "x"}).status_code == 422
    assert client.post(f"{url}signature/", {"sign": SIGNATURE}).status_code == 302
    other = round.packs.get(letter="B")
    assert client.post(f"{url}exchange/", {"pack": other.pk, "reason": "想要B"}).status_code == 302
    fresh = Receipt.objects.get(undone_at=None)
    assert fresh.pack == other
    again = f"/welfare/receipts/{fresh.pk}/taking-back/"
    assert client.post(again, {"reason": ""}).status_code == 422
    assert client.post(again, {"reason": "扫错了", "returned": "on"}).status_code == 302
    text = page(cast, "branch", f"/welfare/{round.pk}/door/list/{line(round, cast.people['member']).pk}/")
    assert SIGNATURE in text
    assert "扫错了" in text
    assert cast.client("librarian").get(f"{url}signature/").status_code == 404
