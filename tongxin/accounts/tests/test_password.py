"""One's own password: changed by the owner, forced where the office handed one out."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import NOW, PASSWORD
from tongxin.accounts.actions.password import change_password, initial_password
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused

NEW = "gui-hua-kai-le-2020"


def send(client: Client, old: str = PASSWORD, new: str = NEW, again: str = NEW, **more: str):
    return client.post("/me/password/", {"old": old, "password": new, "again": again, **more})


def test_the_owner_changes_it_and_stays_signed_in(cast):
    client = cast.client("member")
    assert send(client).status_code == 302
    assert client.get("/me/").status_code == 200
    assert Client().post("/sign-in/", {"username": "2015003", "password": NEW}).status_code == 302
    assert Entry.objects.filter(act="accounts.change_password").count() == 1


def test_other_browsers_are_signed_out_by_a_new_password(cast):
    elsewhere = cast.client("member")
    send(cast.client("member"))
    assert elsewhere.get("/me/").status_code == 302


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("falsch", NEW, "password.wrong"),
        (PASSWORD, PASSWORD, "password.same"),
        (PASSWORD, "kurz", "password.weak"),
        (PASSWORD, "8675309867530986", "password.weak"),
        (PASSWORD, "1234567890", "password.weak"),
        (PASSWORD, "2015003@demo", "password.weak"),
        (PASSWORD, "tongxin-2020", "password.weak"),
    ],
)
def test_bad_passwords_are_refused_and_the_old_one_stays(cast, old, new, code):
    user = cast.people["member"].user
    with pytest.raises(Refused) as refused:
        change_password(user=user, now=NOW, old=old, new=new)
    assert refused.value.code == code
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert Entry.objects.count() == 0


def test_the_page_says_what_is_wrong_and_changes_nothing(cast):
    client = cast.client("member")
    answer = send(client, again="anders-anders")
    assert answer.status_code == 422
    assert "两遍不一样" in answer.content.decode()
    assert send(client, old="falsch").status_code == 422


def test_no_typed_password_comes_back_in_the_page(cast):
    assert NEW not in send(cast.client("member"), old="falsch").content.decode()


def test_an_initial_password_must_be_changed_before_any_page(cast):
    user = cast.people["member"].user
    given = initial_password(user)
    client = Client()
    client.post("/sign-in/", {"username": "2015003", "password": given})
    for page in ("/", "/me/", "/units/", "/me/sessions/", "/nothing-here/"):
        assert client.get(page).headers["Location"].startswith("/me/password/?next=")
    assert client.get("/me/password/").status_code == 200
    assert send(client, old=given, next="/me/").headers["Location"] == "/me/"
    assert client.get("/me/").status_code == 200


def test_only_a_hash_of_an_initial_password_is_kept(cast):
    user = cast.people["member"].user
    given = initial_password(user)
    assert len(given) >= 12
    assert given not in user.password
    assert user.check_password(given)
