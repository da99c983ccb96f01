"""First use, by a link: good once, for some days."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from tests.cast import NOW, PASSWORD
from tongxin.accounts.actions.invitation import accept_invitation, make_link
from tongxin.accounts.models import User
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused

NEW = "gui-hua-kai-le-2020"


@pytest.fixture
def newcomer(cast):
    return User.objects.create_user("2020099@demo", name="新来的")


def accept(link: str, password: str = NEW):
    return Client().post(link, {"password": password, "again": password})


def test_a_link_sets_the_first_password(newcomer):
    link = make_link(newcomer)
    assert "新来的" in Client().get(link).content.decode()
    assert accept(link).headers["Location"] == "/sign-in/"
    assert Client().post("/sign-in/", {"username": "2020099", "password": NEW}).status_code == 302
    assert Entry.objects.filter(act="accounts.accept_invitation").count() == 1


def test_before_the_link_is_used_nobody_signs_in(newcomer):
    assert Client().post("/sign-in/", {"username": "2020099", "password": "!"}).status_code == 422


def test_a_link_is_good_once(newcomer):
    link = make_link(newcomer)
    accept(link)
    assert accept(link, "ein-anderes-wort").status_code == 410
    assert Client().get(link).status_code == 410
    newcomer.refresh_from_db()
    assert newcomer.check_password(NEW)


def test_an_older_link_is_spent_too_once_a_password_was_set(newcomer):
    older, newer = make_link(newcomer), make_link(newcomer)
    accept(newer)
    assert Client().get(older).status_code == 410


def test_a_link_outlives_its_days_no_longer(newcomer):
    with time_machine.travel(NOW, tick=False) as clock:
        link = make_link(newcomer)
        clock.shift(timedelta(days=13))
        assert Client().get(link).status_code == 200
        clock.shift(timedelta(days=2))
        assert Client().get(link).status_code == 410
        assert accept(link).status_code == 410


@pytest.mark.parametrize(
    "link", ["/welcome/MQ/abc-def/", "/welcome/!!/abc/", "/welcome/OTk5OTk5/c9-123/", "/welcome/eA/x/"]
)
def test_a_made_up_link_opens_nothing(newcomer, link):
    assert Client().get(link).status_code == 410
    assert accept(link).status_code == 410
    assert Entry.objects.count() == 0


def test_a_link_of_one_person_is_no_link_of_another(newcomer, cast):
    ours = make_link(newcomer).split("/")
    theirs = make_link(cast.people["member"].user).split("/")
    assert Client().get("/".join([*theirs[:3], ours[3], ""])).status_code == 410


def test_a_weak_password_does_not_spend_the_link(newcomer):
    link = make_link(newcomer)
    assert accept(link, "kurz").status_code == 422
    assert accept(link).status_code == 302


def test_the_link_of_a_closed_account_opens_nothing(newcomer):
    link = make_link(newcomer)
    User.objects.filter(pk=newcomer.pk).update(is_active=False)
    assert Client().get(link).status_code == 410


def test_a_new_link_helps_who_forgot_the_password(cast):
    user = cast.people["member"].user
    assert accept(make_link(user)).status_code == 302
    user.refresh_from_db()
    assert (user.check_password(NEW), user.check_password(PASSWORD)) == (True, False)


def test_the_act_refuses_a_spent_link_itself(newcomer):
    _, _, uid, token, _ = make_link(newcomer).split("/")
    accept_invitation(uid=uid, token=token, password=NEW, now=NOW)
    with pytest.raises(Refused, match=r"invitation\.spent"):
        accept_invitation(uid=uid, token=token, password=NEW, now=NOW)
