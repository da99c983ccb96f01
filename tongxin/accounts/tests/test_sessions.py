"""Where one is signed in: seen, limited in number, ended."""

from __future__ import annotations

import time_machine
from django.test import Client

from tests.cast import NOW, PASSWORD
from tongxin.accounts.models import UserSession
from tongxin.audit.models import Entry


def sign_in(agent: str = "Firefox") -> Client:
    client = Client(headers={"user-agent": agent})
    assert client.post("/sign-in/", {"username": "2015003", "password": PASSWORD}).status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get("/me/").status_code == 200


def test_the_sixth_session_ends_the_oldest(cast):
    with time_machine.travel(NOW, tick=False) as clock:
        clients = []
        for number in range(6):
            clients.append(sign_in(f"browser {number}"))
            clock.shift(60)
        assert [is_in(client) for client in clients] == [False, True, True, True, True, True]
    assert UserSession.objects.count() == 5


def test_the_page_names_every_browser_and_marks_this_one(cast):
    sign_in("Firefox")
    page = sign_in("Safari").get("/me/sessions/").content.decode()
    assert "Firefox" in page
    assert "Safari" in page


def test_the_page_says_short_words_for_what_browsers_call_themselves(cast):
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Mobile/15E148 MicroMessenger/8.0.49"
    page = sign_in(agent).get("/me/sessions/").content.decode()
    assert "<b title=" in page and ">微信 · iPhone</b>" in page


def test_a_lost_phone_is_signed_out_from_the_desk(cast):
    phone, desk = sign_in("phone"), sign_in("desk")
    lost = UserSession.objects.get(agent="phone")
    assert desk.post(f"/me/sessions/{lost.pk}/end/").status_code == 302
    assert (is_in(phone), is_in(desk)) == (False, True)
    assert Entry.objects.filter(act="accounts.end_session").count() == 1


def test_nobody_ends_anothers_session(cast):
    mine = sign_in()
    session = UserSession.objects.get()
    assert cast.client("chair").post(f"/me/sessions/{session.pk}/end/").status_code == 404
    assert is_in(mine)


def test_the_browsers_name_is_cut_to_what_is_kept(cast):
    sign_in("x" * 1000)
    assert len(UserSession.objects.get().agent) == 200
