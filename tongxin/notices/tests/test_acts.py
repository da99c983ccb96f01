"""Every act of notices, and each of its refusals, after which nothing is written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.http import Http404

from tests.cast import NOW, make_person
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.notices import actions
from tongxin.notices.access import get_message
from tongxin.notices.models import Feed, Message, Notice, Parcel, Preference, Robot
from tongxin.notices.tests.making import DINGTALK, WECOM, announced, robot, told, with_mail
from tongxin.org.models import Person

pytestmark = pytest.mark.django_db
TOMORROW = NOW + timedelta(days=1)


def kept():
    models = (Notice, Message, Parcel, Robot, Preference, Feed, Entry)
    return [list(model.objects.order_by("pk").values()) for model in models]


def refused(code, act, **given):
    """`act` is refused with `code` and nothing is written."""
    before = kept()
    with pytest.raises(Refused) as caught:
        act(**{"now": NOW, **given})
    assert caught.value.code == code
    assert kept() == before
    return caught.value


def acts():
    return list(Entry.objects.order_by("id").values_list("act", flat=True))


def having_read(notice):
    return set(Message.objects.filter(notice=notice, read_at__isnull=False).values_list("person__name", flat=True))


# ── announcing ──────────────────────────────────────────────────────────────
def test_an_announcement_reaches_the_members_of_the_unit_and_no_others(cast):
    make_person("3001", "非会员", cast.units["ee"], cast.union, standing=None)
    notice = announced(cast, unit="ee", important=True)
    names = set(Message.objects.filter(notice=notice).values_list("person__name", flat=True))
    assert names == {"吴海燕", "张三"}
    assert (notice.kind, notice.by, notice.important) == ("announcement", "周敏", True)
    entry = Entry.objects.get(act="notices.announce")
    assert (entry.after["people"], entry.unit_path) == (2, cast.units["ee"].path)


def test_staff_are_more_than_members_and_who_left_is_told_nothing(cast):
    make_person("3001", "非会员", cast.units["ee"], cast.union, standing=None)
    gone = make_person("3002", "走了", cast.units["ee"], cast.union)
    gone.left_on = date(2020, 9, 1)
    gone.save()
    notice = announced(cast, unit="ee", to="staff")
    names = set(Message.objects.filter(notice=notice).values_list("person__name", flat=True))
    assert names == {"吴海燕", "张三", "非会员"}


def test_sent_twice_from_one_page_it_is_said_once(cast):
    first = announced(cast, once="page")
    assert announced(cast, once="page") == first
    assert Notice.objects.count() == 1
    assert acts() == ["notices.announce"]
    assert announced(cast, once="another") != first


def test_an_announcement_is_refused(cast):
    given = {
        "actor": cast.actor("office"), "unit": cast.union, "title": "标题", "words": "内容", "to": "members", "once": "x",
    }  # fmt: skip
    for code, change in (
        ("notice.no_title", {"title": "  "}),
        ("notice.no_words", {"words": " "}),
        ("notice.nobody", {"unit": cast.units["club"]}),
        ("access.no_right", {"actor": cast.actor("member")}),
        ("access.no_right", {"actor": cast.actor("outsider")}),
        ("access.no_right", {"actor": cast.actor("hr")}),
        ("access.no_right", {"actor": cast.actor("branch")}),
        ("access.office_mode", {"actor": cast.actor("office", in_office=False)}),
    ):
        refused(code, actions.announce, **{**given, **change})
    cast.units["lib"].closed_on = date(2020, 1, 1)
    refused("notice.closed_unit", actions.announce, **{**given, "unit": cast.units["lib"]})


# ── telling ─────────────────────────────────────────────────────────────────
def test_the_same_key_is_told_once(cast):
    told(cast, "member", key="signups.moved:1")
    with pytest.raises(AssertionError):
        told(cast, "librarian", key="signups.moved:1")
    assert Message.objects.count() == 1


def test_mail_goes_to_who_has_an_address_and_wants_it(cast):
    with_mail(cast, "member", "librarian", "branch", "hr")
    for name, mail in (("librarian", "none"), ("branch", "all")):
        Preference.objects.create(person=cast.people[name], mail=mail)
    told(cast, "member", "librarian", "branch", "office", kind="change")
    assert set(Parcel.objects.values_list("person__name", flat=True)) == {"张三", "吴海燕"}
    told(cast, "member", "branch", kind="place")
    assert Parcel.objects.filter(person=cast.people["member"]).count() == 1
    assert Parcel.objects.filter(person=cast.people["branch"]).count() == 2


def test_robots_of_the_unit_and_those_above_pass_it_on(cast):
    robot(cast, "union")
    robot(cast, "ee", address=DINGTALK, kind="dingtalk", secret="SECabc12345")
    robot(cast, "lib", address=WECOM.replace("5aaa", "5bbb"))
    robot(cast, "union", address=WECOM.replace("5aaa", "5ccc"), name="停用")
    actions.retire_robot(actor=cast.actor("office"), now=NOW, robot=Robot.objects.get(name="停用"))
    announced(cast, unit="ee")
    assert list(Parcel.objects.order_by("robot__kind").values_list("robot__kind", flat=True)) == ["dingtalk", "wecom"]


# ── reading ─────────────────────────────────────────────────────────────────
def test_opening_reads_an_ordinary_notice_and_not_one_that_must_be_read(cast):
    member = cast.actor("member", in_office=False)
    plain, must = announced(cast), announced(cast, important=True)
    for notice in (plain, must):
        actions.note_opened(get_message(member, notice.pk), NOW)
    assert having_read(plain) == {"张三"}
    assert having_read(must) == set()


def test_confirming_is_written_down_once(cast):
    member = cast.actor("member", in_office=False)
    notice = announced(cast, important=True)
    for moment in (NOW, TOMORROW):
        actions.confirm(actor=member, now=moment, message=get_message(member, notice.pk))
    message = get_message(member, notice.pk)
    assert message.read_at == NOW
    assert acts() == ["notices.announce", "notices.confirm"]


def test_nobody_reads_for_others(cast):
    notice = announced(cast, unit="ee", important=True)
    with pytest.raises(Http404):
        get_message(cast.actor("librarian"), notice.pk)
    with pytest.raises(ValueError, match="only its owner"):
        actions.confirm(
            actor=cast.actor("librarian"), now=NOW, message=get_message(cast.actor("member"), notice.pk)
        )  # fmt: skip


# ── reminding ───────────────────────────────────────────────────────────────
def test_who_has_not_read_is_reminded_once_a_day(cast):
    with_mail(cast, "member", "branch")
    notice = announced(cast, unit="ee", important=True)
    member = cast.actor("member", in_office=False)
    actions.confirm(actor=member, now=NOW, message=get_message(member, notice.pk))
    office = cast.actor("office")
    later = NOW + timedelta(hours=2)
    assert actions.remind(actor=office, now=later, notice=notice) == 1
    message = Message.objects.get(notice=notice, person=cast.people["branch"])
    assert (message.at, message.reminded_at) == (later, later)
    again = Parcel.objects.get(subject__startswith="提醒")
    assert again.person == cast.people["branch"]
    refused("notice.reminded_today", actions.remind, actor=office, now=later + timedelta(hours=3), notice=notice)
    assert actions.remind(actor=office, now=TOMORROW, notice=notice) == 1
    assert Parcel.objects.filter(subject__startswith="提醒").count() == 2


def test_a_branch_reminds_its_own_people_of_what_the_union_said(cast):
    notice = announced(cast, important=True)
    assert actions.remind(actor=cast.actor("branch"), now=NOW, notice=notice) == 2
    rest = Message.objects.filter(notice=notice, reminded_at=None).count()
    assert rest == Message.objects.filter(notice=notice).count() - 2
    assert actions.remind(actor=cast.actor("office"), now=NOW, notice=notice) == rest


def test_reminding_is_refused(cast):
    notice = announced(cast, unit="lib", important=True)
    with pytest.raises(Http404):
        actions.remind(actor=cast.actor("branch"), now=NOW, notice=notice)
    office = cast.actor("office", in_office=False)
    refused("access.office_mode", actions.remind, actor=office, notice=notice)
    librarian = cast.actor("librarian")
    actions.confirm(actor=librarian, now=NOW, message=get_message(librarian, notice.pk))
    refused("notice.all_read", actions.remind, actor=cast.actor("office"), notice=notice)


# ── robots ──────────────────────────────────────────────────────────────────
def test_a_robots_address_stands_in_no_entry(cast):
    made = robot(cast, kind="dingtalk", address=DINGTALK, secret="SECabc12345")
    office = cast.actor("office")
    fresh = DINGTALK.replace("551f", "9999")
    changed = actions.change_robot(actor=office, now=NOW, robot=made, name="大群", address=fresh)
    assert (changed.address, changed.secret, changed.name) == (fresh, "", "大群")
    actions.try_robot(actor=office, now=NOW, robot=made)
    actions.retire_robot(actor=office, now=NOW, robot=made)
    actions.retire_robot(actor=office, now=NOW, robot=made)
    made.refresh_from_db()
    assert (made.address, made.secret, made.in_use) == ("", "", False)
    assert acts() == ["notices.add_robot", "notices.change_robot", "notices.try_robot", "notices.retire_robot"]
    trail = str(list(Entry.objects.values()))
    for secret in ("566cc69d", "SECabc", "access_token"):
        assert secret not in trail


def test_what_is_not_given_anew_stays(cast):
    made = robot(cast)
    office = cast.actor("office")
    same = actions.change_robot(actor=office, now=NOW, robot=made, name=made.name)
    assert same.address == WECOM
    assert acts() == ["notices.add_robot"]
    paused = actions.change_robot(actor=office, now=NOW, robot=made, name=made.name, in_use=False)
    assert (paused.in_use, paused.address) == (False, WECOM)
    refused("robot.retired", actions.try_robot, actor=office, robot=paused)


def test_robots_are_refused(cast):
    made = robot(cast)
    given = {"actor": cast.actor("office"), "unit": cast.union, "kind": "wecom", "name": "群", "address": WECOM}
    other = WECOM.replace("5aaa", "5bbb")
    for code, change in (
        ("robot.no_name", {"name": " "}),
        ("robot.address", {"address": "https://127.0.0.1/?key=12345678"}),
        ("robot.address", {"address": DINGTALK}),
        ("robot.secret", {"address": other, "secret": "SECabc12345"}),
        ("robot.secret", {"kind": "dingtalk", "address": DINGTALK, "secret": "no good"}),
        ("robot.twice", {}),
        ("access.no_right", {"actor": cast.actor("branch")}),
        ("access.office_mode", {"actor": cast.actor("office", in_office=False)}),
    ):
        refused(code, actions.add_robot, **{**given, **change})
    stranger = {"actor": cast.actor("outsider"), "robot": made}
    refused("access.no_right", actions.change_robot, name="群", **stranger)
    refused("access.no_right", actions.retire_robot, **stranger)
    refused("access.no_right", actions.try_robot, **stranger)
    office = {"actor": cast.actor("office"), "robot": made}
    refused("robot.secret", actions.change_robot, name="群", secret="SECabc12345", **office)
    refused("robot.address", actions.change_robot, name="群", address="https://example.cn/", **office)


# ── preferences and calendars ───────────────────────────────────────────────
def test_one_says_how_one_wants_to_be_told(cast):
    member = cast.actor("member", in_office=False)
    given = {"actor": member, "now": NOW, "mail": "all", "digest": False, "email": "zhangsan@example.cn"}
    actions.set_preferences(**given)
    actions.set_preferences(**given)
    kept_ = Preference.objects.get(person=cast.people["member"])
    assert (kept_.mail, kept_.digest) == ("all", False)
    assert Person.objects.get(pk=cast.people["member"].pk).email == "zhangsan@example.cn"
    assert acts() == ["org.change_person", "notices.set_preferences"]
    assert "zhangsan" not in str(list(Entry.objects.values()))
    refused("preferences.no_person", actions.set_preferences, **{**given, "actor": cast.shell})


def test_a_calendars_address_is_secret_and_can_be_changed(cast):
    member = cast.actor("member", in_office=False)
    first = actions.renew_feed(actor=member, now=NOW).token
    second = actions.renew_feed(actor=member, now=NOW).token
    assert first != second
    assert len(second) >= 32
    assert Feed.objects.get().token == second
    assert second not in str(list(Entry.objects.values()))
    refused("feed.no_person", actions.renew_feed, actor=cast.shell)
