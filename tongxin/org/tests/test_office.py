"""The two hats: entered, left, timed out, audited; with a one-time code where a post demands it."""

from datetime import UTC, datetime, timedelta

import pytest

from tongxin.audit.models import Entry
from tongxin.org import office
from tongxin.org.actions import enter_office, leave_office
from tongxin.org.models import Post
from tongxin.org.tests.support import one_entry, refused


def acts():
    return list(Entry.objects.order_by("pk").values_list("act", flat=True))


def test_entering_and_leaving_are_recorded(cast, now):
    with one_entry("org.enter_office"):
        enter_office(actor=cast.actor("branch", in_office=False), now=now)
    assert Entry.objects.latest("pk").after == {"posts": ["电子与电气工程学院主席"]}
    with one_entry("org.leave_office"):
        leave_office(actor=cast.actor("branch"), now=now)


@pytest.mark.parametrize("who", ["member"])
def test_without_a_post_there_is_no_office(cast, now, who):
    with refused("access.no_post"):
        enter_office(actor=cast.actor(who), now=now)


def test_a_post_may_demand_the_one_time_code(cast, now):
    Post.objects.filter(person=cast.people["chair"]).update(needs_second_factor=True)
    actor = cast.actor("chair", in_office=False)
    with refused("access.second_factor"):
        enter_office(actor=actor, now=now)
    enter_office(actor=actor, now=now, verified=True)


def test_the_hat_goes_on_comes_off_and_is_in_force_between(cast):
    client = cast.client("branch", in_office=False)
    assert client.get("/people/").status_code == 403
    answer = client.post("/office/", {"next": "/people/?sex=f"})
    assert (answer.status_code, answer["Location"]) == (302, "/people/?sex=f")
    assert client.get("/people/").status_code == 200
    client.post("/office/leave/")
    assert client.get("/people/").status_code == 403
    assert acts() == ["org.enter_office", "org.leave_office"]


@pytest.mark.parametrize(
    ("given", "referer", "onward"),
    [
        ("/units/", None, "/units/"),
        ("https://evil.example/x", None, "/"),
        ("//evil.example/x", None, "/"),
        ("javascript:alert(1)", None, "/"),
        ("", "http://testserver/people/?q=zs", "/people/?q=zs"),
        ("", "http://evil.example/people/", "/"),
        ("", None, "/"),
    ],
)
def test_one_goes_on_where_one_was_but_never_elsewhere(cast, given, referer, onward):
    client = cast.client("branch", in_office=False)
    headers = {"referer": referer} if referer else {}
    assert client.post("/office/", {"next": given}, headers=headers)["Location"] == onward


def test_the_hat_slips_off_after_a_rest_and_that_is_recorded(cast):
    client = cast.client("branch")
    assert client.get("/people/").status_code == 200
    session = client.session
    session[office.UNTIL] = (datetime.now(UTC) - timedelta(seconds=1)).isoformat()
    session.save()
    assert client.get("/people/").status_code == 403
    assert client.get("/people/").status_code == 403
    assert acts() == ["org.office_timed_out"]
    assert office.UNTIL not in client.session


def test_work_prolongs_the_hat(cast):
    client = cast.client("branch")
    session = client.session
    session[office.UNTIL] = (datetime.now(UTC) + timedelta(minutes=5)).isoformat()
    session.save()
    client.get("/people/")
    assert datetime.fromisoformat(client.session[office.UNTIL]) > datetime.now(UTC) + timedelta(minutes=25)


def test_the_code_is_asked_for_before_the_office_opens(cast):
    Post.objects.filter(person=cast.people["chair"]).update(needs_second_factor=True)
    client = cast.client("chair", in_office=False)
    answer = client.post("/office/")
    assert answer.status_code == 403
    assert "access.second_factor" in answer.content.decode()
    assert client.get("/people/").status_code == 403
    assert acts() == []


def test_doors_are_for_those_who_are_signed_in_and_by_button_only(cast):
    assert "/sign-in/" in cast.client(None).post("/office/")["Location"]
    assert cast.client("branch").get("/office/").status_code == 405
    assert cast.client("member").post("/office/").status_code == 404
    assert cast.client("member").post("/office/leave/").status_code == 302


def test_the_office_page_offers_the_door_and_leads_back(cast):
    html = cast.client("branch", in_office=False).get("/people/?q=zs").content.decode()
    assert "先进入工作台" in html
    assert 'action="/office/"' in html
    assert 'value="/people/?q=zs"' in html
