"""Every page for the member, the outsider and the officer."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from tests.cast import NOW, make_person
from tongxin.core.todos import waiting
from tongxin.notices import actions
from tongxin.notices.access import get_message
from tongxin.notices.models import Message, Notice, Parcel, Preference, Robot
from tongxin.notices.tests.making import DINGTALK, WECOM, announced, parcel, robot, told

pytestmark = pytest.mark.django_db


def page(name, pk=None):
    return reverse(f"notices:{name}", args=[pk] if pk else [])


def words(response):
    return response.content.decode()


# ── the member ──────────────────────────────────────────────────────────────
def test_a_member_sees_the_own_notices_newest_first_and_which_are_unread(cast, browser):
    first, second = announced(cast, "第一条"), announced(cast, "第二条", important=True)
    told(cast, "librarian", title="给别人的")
    client = browser("member", in_office=False)
    client.get(page("notice", first.pk))
    seen = words(client.get(page("notices")))
    assert seen.index("第二条") < seen.index("第一条")
    assert "给别人的" not in seen
    assert seen.count("没读</span>") == 1
    assert "必读" in seen
    assert second.title in seen


def test_an_empty_list_says_what_will_come(cast, browser):
    assert "还没有通知" in words(browser("member", in_office=False).get(page("notices")))


def test_what_must_be_read_is_confirmed_by_its_button(cast, browser):
    notice = announced(cast, important=True)
    client = browser("member", in_office=False)
    address = page("notice", notice.pk)
    assert "读过了</button>" in words(client.get(address))
    assert Message.objects.get(person=cast.people["member"]).read_at is None
    assert client.post(address).status_code == 302
    assert Message.objects.get(person=cast.people["member"]).read_at == NOW
    assert "读过了</button>" not in words(client.get(address))


def test_a_notice_without_words_leads_to_what_it_is_about(cast, browser):
    client = browser("member", in_office=False)
    notice = told(cast, "member", title="报上了", url="/activities/")
    answer = client.get(page("notice", notice.pk))
    assert (answer.status_code, answer.url) == (302, "/activities/")
    assert Message.objects.get(notice=notice).read_at == NOW
    away = told(cast, "member", title="别处", url="https://evil.example/")
    assert client.get(page("notice", away.pk)).status_code == 200


def test_others_notices_are_not_there(cast, browser):
    notice = announced(cast, unit="lib", important=True)
    for name, hat in (("member", False), ("outsider", False), ("outsider", True), ("office", True)):
        client = browser(name, in_office=hat)
        assert client.get(page("notice", notice.pk)).status_code == 404
        assert client.post(page("notice", notice.pk)).status_code == 404
    assert browser(None).get(page("notices")).status_code == 302


def test_home_tells_how_many_are_unread_and_what_must_be_read(cast, browser):
    announced(cast, "活动管控", important=True)
    announced(cast, "平常的")
    client = browser("member", in_office=False)
    seen = words(client.get("/"))
    assert '<span class="dot">2</span>' in seen
    assert "读通知：活动管控" in seen
    assert "读通知：平常的" not in seen
    todo = waiting(cast.actor("member", in_office=False), NOW, office=False)[0]
    client.post(todo.url)
    assert not waiting(cast.actor("member", in_office=False), NOW, office=False)


# ── the officer ─────────────────────────────────────────────────────────────
GIVEN = {"title": "开会", "words": "周五下午三点。", "to": "members", "once": "x"}


def test_an_officer_announces_and_sees_who_has_read(cast, browser):
    client = browser("branch")
    form = words(client.get(page("new")))
    assert re.search(r'name="once" value="[0-9a-f]{32}"', form)
    assert "图书馆" not in form
    answer = client.post(page("new"), {**GIVEN, "unit": cast.units["ee"].pk, "important": "on"})
    notice = Notice.objects.get()
    assert (answer.status_code, answer.url) == (302, page("receipts", notice.pk))
    member = cast.actor("member", in_office=False)
    actions.confirm(actor=member, now=NOW, message=get_message(member, notice.pk))
    seen = words(client.get(page("receipts", notice.pk)))
    assert "1人没读" in seen
    assert "2人收到，1人读了" in seen
    listed = words(client.get(page("sent")))
    assert "开会" in listed
    assert "1 / 2" in listed
    assert client.get(page("export", notice.pk)).status_code == 200
    assert "提醒了1人" in words(client.post(page("reminder", notice.pk), follow=True))
    assert "今天已经提醒过了" in words(client.post(page("reminder", notice.pk), follow=True))


def test_what_was_typed_stays_when_it_is_refused(cast, browser):
    client = browser("branch")
    answer = client.post(page("new"), {**GIVEN, "title": " ", "unit": cast.units["ee"].pk})
    assert answer.status_code == 422
    assert "周五下午三点。" in words(answer)
    answer = client.post(page("new"), {**GIVEN, "unit": cast.units["lib"].pk})
    assert answer.status_code == 422
    assert Notice.objects.count() == 0


def test_a_branch_sees_its_own_people_of_what_the_union_said(cast, browser):
    notice = announced(cast, important=True)
    seen = words(browser("branch").get(page("receipts", notice.pk)))
    assert "2人没读" in seen
    assert "李四" not in seen
    assert "上级单位发的" in seen
    assert "0 / 2" in words(browser("branch").get(page("sent")))
    assert "李四" in words(browser("office").get(page("receipts", notice.pk)))


def test_what_the_system_tells_one_person_is_in_no_officers_list(cast, browser):
    notice = told(cast, "member", title="报上了", kind="place")
    client = browser("office")
    assert "报上了" not in words(client.get(page("sent")))
    assert client.get(page("receipts", notice.pk)).status_code == 404


def test_who_has_no_right_finds_nothing(cast, browser):
    notice, made, stuck = announced(cast), robot(cast), parcel(cast, state="failed")
    places = (
        page("sent"), page("new"), page("robots"), page("new_robot"), page("outbox"), page("receipts", notice.pk),
        page("export", notice.pk), page("reminder", notice.pk), page("robot", made.pk), page("retirement", made.pk),
        page("again", stuck.pk),
    )  # fmt: skip
    for address in places:
        assert browser("member").get(address).status_code == 404, address
        assert browser("party").get(address).status_code == 404, address
        assert browser(None).get(address).status_code == 302, address
    for address in places[:-1]:
        assert browser("office", in_office=False).get(address).status_code == 403, address
    for address in places[5:]:
        assert browser("outsider").get(address).status_code == 404, address


# ── robots and the outbox ───────────────────────────────────────────────────
@pytest.mark.django_db(transaction=True)
def test_a_robot_is_added_tried_changed_and_retired(cast, browser):
    client = browser("office")
    given = {"unit": cast.union.pk, "kind": "wecom", "name": "工会委员群", "address": "https://127.0.0.1/?key=123"}
    answer = client.post(page("new_robot"), given)
    assert answer.status_code == 422
    assert "https://127.0.0.1/?key=123" in words(answer)
    assert client.post(page("new_robot"), {**given, "address": WECOM}).status_code == 302
    made = Robot.objects.get()
    for address in (page("robots"), page("robot", made.pk), page("retirement", made.pk)):
        seen = words(client.get(address))
        assert WECOM not in seen
        assert "693a91f6" not in seen
    assert "… 5aaa" in words(client.get(page("robots")))
    assert "不往外发消息" in words(client.post(page("trial", made.pk), follow=True))
    assert client.post(page("robot", made.pk), {"name": "大群", "in_use": "on"}).status_code == 302
    assert Robot.objects.get().address == WECOM
    assert client.post(page("robot", made.pk), {"name": "大群", "address": DINGTALK}).status_code == 422
    assert client.post(page("retirement", made.pk)).status_code == 302
    assert Robot.objects.get().address == ""
    assert client.post(page("trial", made.pk), follow=True).status_code == 200


def test_the_outbox_shows_what_is_stuck_and_sends_it_again(cast, browser):
    failed = parcel(cast, state="failed", tries=6, fault="SMTPConnectError 421")
    unsure = parcel(cast, "librarian", state="unclear", subject="另一封")
    client = browser("operator")
    seen = words(client.get(page("outbox")))
    for piece in ("SMTPConnectError 421", "没发出去", "不确定", "张三", "李四"):
        assert piece in seen
    assert "可能收到两份" in words(client.get(page("again", unsure.pk)))
    assert "可能收到两份" not in words(client.get(page("again", failed.pk)))
    assert client.post(page("again", failed.pk)).status_code == 302
    assert Parcel.objects.get(pk=failed.pk).state == "waiting"
    assert "不用再发" in words(client.post(page("again", failed.pk), follow=True))
    assert "都发出去了" in words(browser("chair").get(page("outbox")))


# ── preferences ─────────────────────────────────────────────────────────────
def test_a_member_says_how_to_be_told(cast, browser):
    client = browser("member", in_office=False)
    assert "只发必读和变动" in words(client.get(page("preferences")))
    answer = client.post(page("preferences"), {"email": "no address", "mail": "all", "digest": "on"})
    assert answer.status_code == 422
    assert "no address" in words(answer)
    assert client.post(page("preferences"), {"email": "a@b.cn", "mail": "none"}).status_code == 302
    kept = Preference.objects.get()
    assert (kept.person.email, kept.mail, kept.digest) == ("a@b.cn", "none", False)


def test_pages_take_as_many_queries_for_many_as_for_few(cast, browser, django_assert_max_num_queries):
    for number in range(20):
        make_person(f"9{number}", f"赵{number}", cast.units["lib"], cast.union, user=False)
    notice = announced(cast, important=True)
    for number in range(25):
        announced(cast, f"第{number}条")
    client = browser("office")
    for address, most in ((page("sent"), 9), (page("receipts", notice.pk), 9), (page("notices"), 9)):
        client.get(address)
        with django_assert_max_num_queries(most):
            client.get(address)
