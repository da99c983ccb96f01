"""The weekly letter: on Mondays, once a week, nothing for who has nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests.cast import NOW
from tongxin.activities.tests.making import add
from tongxin.desk.actions import send_digests as module
from tongxin.desk.actions.send_digests import send_digests
from tongxin.notices import actions
from tongxin.notices.models import Parcel, Preference, Round

pytestmark = pytest.mark.django_db
MONDAY = datetime(2020, 10, 19, 0, 0, tzinfo=UTC)  # 8:00 in Shanghai


@pytest.fixture(autouse=True)
def mailing(settings):
    """An installation that sends mail."""
    settings.MAIL, settings.DEMO, settings.ADDRESS = True, False, "https://gonghui.example.cn"


@pytest.fixture
def people(cast):
    """Three with an address; one of them wants no letter."""
    for name in ("member", "librarian", "office"):
        cast.people[name].email = f"{name}@example.cn"
        cast.people[name].save()
    Preference.objects.create(person=cast.people["librarian"], digest=False)
    return cast


def announced(cast, unit="union", **more):
    given = {"title": "活动管控", "words": "少聚集。", "to": "members", "once": uuid4().hex, "important": True, **more}
    return actions.announce(actor=cast.actor("office"), now=MONDAY, unit=cast.units[unit], **given)


def letters():
    return {parcel.person.name: parcel.body for parcel in Parcel.objects.filter(key__startswith="digest")}


def test_everybody_who_wants_it_gets_what_waits_what_comes_and_what_is_unread(people):
    add(people, "重阳节登高", published=True, place="赭山公园")
    notice = announced(people)
    plain = announced(people, title="平常的", important=False)
    assert send_digests(now=MONDAY) == 2
    body = letters()["张三"]
    assert set(letters()) == {"张三", "周敏"}
    for piece in (
        "张三，这一周：", "读通知：活动管控", f"https://gonghui.example.cn/notices/{notice.pk}/", "重阳节登高", "10月25日",
        "平常的", f"https://gonghui.example.cn/notices/{plain.pk}/",
    ):  # fmt: skip
        assert piece in body
    assert body.count("活动管控") == 1
    assert (
        Parcel.objects.get(person=people.people["member"], key__startswith="digest").subject
        == "这一周的工会：1件事等你"
    )


def test_it_is_written_once_a_week(people):
    announced(people)
    for later in (timedelta(), timedelta(hours=1), timedelta(days=1)):
        send_digests(now=MONDAY + later)
    assert len(letters()) == Parcel.objects.filter(key__startswith="digest").count() == 2
    assert send_digests(now=MONDAY + timedelta(days=7)) == 2


@pytest.mark.parametrize("hours", [-2, 40, 24 * 5, 24 * 6])
def test_it_is_written_on_mondays_and_by_a_machine_that_was_off_on_tuesdays(people, hours):
    announced(people)
    assert send_digests(now=MONDAY + timedelta(hours=hours)) == 0
    assert send_digests(now=MONDAY + timedelta(hours=30)) == 2


def test_nothing_for_who_has_nothing(people):
    march = datetime(2020, 3, 16, 0, 0, tzinfo=UTC)  # in autumn the office hears of units without an outing
    assert send_digests(now=march) == 0
    assert Round.objects.get().finished_at == march


@pytest.mark.parametrize(("name", "value"), [("MAIL", False), ("DEMO", True)])
def test_nothing_where_no_mail_leaves(people, settings, name, value):
    announced(people)
    setattr(settings, name, value)
    assert send_digests(now=MONDAY) == 0
    assert Round.objects.count() == 0


def test_who_cannot_sign_in_or_left_gets_none(people):
    announced(people)
    people.people["member"].left_on = NOW.date()
    people.people["member"].save()
    user = people.people["office"].user
    user.is_active = False
    user.save()
    assert send_digests(now=MONDAY) == 0


def test_one_faulty_letter_does_not_keep_the_others_waiting(people, monkeypatch):
    announced(people)
    whole = module.digest

    def broken(person, now):
        if person.name == "张三":
            raise ValueError("broken")
        return whole(person, now)

    monkeypatch.setattr(module, "digest", broken)
    assert send_digests(now=MONDAY) == 1
    assert set(letters()) == {"周敏"}


def test_stopped_half_way_it_goes_on_where_it_stopped(people, monkeypatch):
    announced(people)
    monkeypatch.setattr(module, "AT_ONCE", 1)
    assert module._step("2020-W43", MONDAY) == 1
    assert send_digests(now=MONDAY) == 1
    assert len(letters()) == 2
