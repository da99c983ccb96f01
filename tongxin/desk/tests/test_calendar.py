"""Calendars: the file, its addresses, who may read it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.cast import NOW
from tongxin.activities import actions
from tongxin.activities.tests.making import add
from tongxin.core.agenda import Entry, Source, Whose, agenda, entries
from tongxin.desk.calendar_file import calendar_file
from tongxin.notices.models import Feed

EAST = timezone(timedelta(hours=8))
BASE = "https://gonghui.example.cn"


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    """The clock of the cast."""
    monkeypatch.setattr("tongxin.core.clock.now", lambda: NOW)


def events(body):
    return list(Calendar.from_ical(body).walk("VEVENT"))


def written(**more):
    entry = Entry(**{"uid": "a-1", "title": "登高", "starts": date(2020, 10, 25), **more})
    body = calendar_file("我的活动", [entry], base=BASE, now=NOW)
    assert b"\r\n" in body
    return events(body)[0]


def test_days_stand_as_days_and_end_after_the_last():
    event = written(ends=date(2020, 10, 27))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2020, 10, 25), date(2020, 10, 28))
    assert "dtend" not in written()


def test_moments_stand_in_utc():
    starts = datetime(2020, 10, 25, 8, 30, tzinfo=EAST)
    event = written(starts=starts, ends=starts + timedelta(hours=2))
    assert event["dtstart"].to_ical() == b"20201025T003000Z"
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=2)


def test_what_was_called_off_says_so():
    changed = datetime(2020, 10, 21, 1, tzinfo=UTC)
    event = written(cancelled=True, sequence=3, changed_at=changed)
    assert (str(event["status"]), event["sequence"], event.decoded("last-modified")) == ("CANCELLED", 3, changed)
    assert "取消" in event["summary"]
    assert str(written()["status"]) == "CONFIRMED"


def test_addresses_are_absolute_and_uids_stable():
    event = written(url="/activities/5/", place="赭山公园, 北门", words="带水\n穿鞋")
    assert (str(event["url"]), str(event["uid"])) == (f"{BASE}/activities/5/", "a-1@gonghui.example.cn")
    assert (str(event["location"]), str(event["description"])) == ("赭山公园, 北门", "带水\n穿鞋")


@given(st.text(max_size=200), st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(EAST)))
def test_whatever_it_is_called_it_reads_back(title, starts):
    title = "".join(sign for sign in title if sign.isprintable())
    event = written(title=title, starts=starts)
    assert str(event["summary"]) == title
    assert event.decoded("dtstart") == starts.replace(microsecond=0)


# ── the pages ───────────────────────────────────────────────────────────────
@pytest.fixture
def token(cast):
    """The member's secret."""
    assert cast.client("member", in_office=False).post("/calendar/").status_code == 302
    return Feed.objects.get().token


def test_a_member_gets_an_address_and_a_new_one(cast, token):
    client = cast.client("member", in_office=False)
    seen = client.get("/calendar/").content.decode()
    assert f"http://testserver/calendar/{token}/own.ics" in seen
    assert "添加订阅日历" in seen
    client.post("/calendar/")
    assert cast.client(None).get(f"/calendar/{token}/own.ics").status_code == 404
    assert cast.client(None).get(f"/calendar/{Feed.objects.get().token}/own.ics").status_code == 200


def test_without_an_address_the_page_offers_one(cast):
    assert "生成我的地址" in cast.client("member", in_office=False).get("/calendar/").content.decode()
    assert Feed.objects.count() == 0


def test_a_units_calendar_holds_what_members_see(cast, token, settings):
    settings.ADDRESS = BASE
    union, ee = cast.union.pk, cast.units["ee"].pk
    add(cast, "还没发布的")
    moved = add(cast, "登高", published=True, starts_at=time(8, 30), place="赭山公园")
    add(cast, "分工会的", unit="ee", published=True)
    off = add(cast, "停办的", published=True)
    reason = {"reason": "weather", "words": "大雨"}
    office = cast.actor("office")
    actions.move(actor=office, now=NOW, activity=moved, to=date(2020, 11, 8), **reason)
    actions.cancel(actor=office, now=NOW, activity=off, **reason)
    answer = cast.client(None).get(f"/calendar/{token}/units/{union}.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    found = {str(event["uid"]).split("@")[0]: event for event in events(answer.content)}
    titles = {str(event["summary"]) for event in found.values()}
    assert titles == {"登高", "分工会的", "取消：停办的"}
    event = found[f"activity-{moved.pk}"]
    assert event["dtstart"].to_ical() == b"20201108T003000Z"
    assert (event["sequence"], str(event["url"])) == (1, f"{BASE}/activities/{moved.pk}/")
    assert str(found[f"activity-{off.pk}"]["status"]) == "CANCELLED"
    own = events(cast.client(None).get(f"/calendar/{token}/units/{ee}.ics").content)
    assert [str(event["summary"]) for event in own] == ["分工会的"]


def test_strangers_units_unknown_secrets_and_who_left_get_nothing(cast, token):
    client = cast.client(None)
    assert client.get(f"/calendar/{token}/units/{cast.units['other'].pk}.ics").status_code == 404
    assert client.get("/calendar/nonsense/own.ics").status_code == 404
    assert client.get("/calendar/").status_code == 302
    cast.people["member"].left_on = NOW.date()
    cast.people["member"].save()
    assert client.get(f"/calendar/{token}/own.ics").status_code == 404


def test_what_apps_say_of_a_person_stands_in_the_own_calendar(cast, token, monkeypatch):
    asked = []

    def places(whose, first, last):
        asked.append((whose, first, last))
        return [Entry("place-1", "我的登高", date(2020, 10, 25)), Entry("place-1", "又一遍", date(2020, 10, 25))]

    monkeypatch.setitem(agenda._things, "test", Source("test", places))
    body = cast.client(None).get(f"/calendar/{token}/own.ics").content
    assert [str(event["summary"]) for event in events(body)] == ["我的登高"]
    ((whose, first, last),) = asked
    assert whose == Whose(person_id=cast.people["member"].pk)
    assert first < NOW.date() < last
    assert len(entries(Whose(person_id=1), first, last)) == 1
