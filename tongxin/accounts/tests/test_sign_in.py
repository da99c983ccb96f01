"""Signing in by staff number; wrong numbers and wrong passwords sound the same."""

from __future__ import annotations

import importlib

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import PASSWORD, make_person
from tongxin.accounts.models import User
from tongxin.audit.models import Entry

WHERE = "/sign-in/"


def try_it(username: str, password: str = PASSWORD, client: Client | None = None, **more: str):
    return (client or Client()).post(WHERE, {"username": username, "password": password, **more})


def test_a_staff_number_and_its_password_open_the_house(cast):
    client = Client()
    answer = try_it("2015003", client=client)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert client.get("/").status_code == 200
    entry = Entry.objects.get(act="accounts.sign_in")
    assert entry.who == "张三"


def test_spaces_around_the_number_do_not_matter(cast):
    assert try_it(" 2015003 ").status_code == 302


def test_a_number_that_two_unions_use_needs_the_unions_code(cast):
    make_person("2015003", "同号", cast.units["other"], cast.units["other"])
    assert try_it("2015003").status_code == 422
    assert try_it("2015003@demo").status_code == 302
    assert try_it("2015003@other").status_code == 302


def test_a_number_that_begins_like_another_is_not_taken_for_it(cast):
    assert try_it("201500").status_code == 422
    assert try_it("2015003@de").status_code == 422


@pytest.mark.parametrize(
    ("username", "password"),
    [("2015003", "falsch-falsch"), ("9999999", PASSWORD), ("2015003@nirgends", PASSWORD), ("@", PASSWORD)],
)
def test_whatever_is_wrong_the_answer_is_the_same(cast, username, password):
    answer = try_it(username, password)
    assert answer.status_code == 422
    assert "工号或密码不对" in answer.content.decode()
    assert Entry.objects.count() == 0


def test_nobody_signs_in_without_a_number_or_a_password(cast):
    assert try_it("", PASSWORD).status_code == 422
    assert try_it("2015003", "").status_code == 422


def test_who_may_no_longer_sign_in_gets_the_same_answer(cast):
    User.objects.filter(person=cast.people["member"]).update(is_active=False)
    answer = try_it("2015003")
    assert answer.status_code == 422
    assert "工号或密码不对" in answer.content.decode()


def test_a_session_ends_when_its_account_is_closed(cast):
    client = cast.client("member")
    User.objects.filter(person=cast.people["member"]).update(is_active=False)
    assert client.get("/me/").status_code == 302


def test_the_page_asked_for_comes_after_signing_in(cast):
    asked = Client().get("/me/")
    assert asked.headers["Location"] == f"{WHERE}?next=/me/"
    assert try_it("2015003", next="/me/").headers["Location"] == "/me/"


@pytest.mark.parametrize(
    "elsewhere", ["https://example.com/", "//example.com/", "https:/example.com", "javascript:alert(1)", "\\\\example.com", "/\\example.com", "///example.com"]
)  # fmt: skip
def test_no_page_of_another_house_comes_after_signing_in(cast, elsewhere):
    assert try_it("2015003", next=elsewhere).headers["Location"] == "/"
    client = Client()
    assert (
        client.post(f"{WHERE}?next={elsewhere}", {"username": "2015003", "password": PASSWORD}).headers["Location"]
        == "/"
    )


def test_signing_in_changes_the_session_key(cast):
    client = Client()
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key
    try_it("2015003", client=client)
    assert client.session.session_key != before


def test_signing_out_ends_the_session_and_is_recorded(cast):
    client = Client()
    try_it("2015003", client=client)
    assert client.post("/sign-out/").status_code == 302
    assert client.get("/me/").headers["Location"].startswith(reverse("accounts:sign_in"))
    assert list(Entry.objects.order_by("id").values_list("act", flat=True)) == ["accounts.sign_in", "accounts.sign_out"]
    assert client.get("/sign-out/").status_code == 405


def test_a_form_from_elsewhere_is_refused(cast):
    answer = Client(enforce_csrf_checks=True).post(WHERE, {"username": "2015003", "password": PASSWORD})
    assert answer.status_code == 403
    assert Entry.objects.count() == 0


def test_passwords_are_kept_as_argon2_in_an_installation():
    product = importlib.import_module("tongxin.config.settings")
    assert product.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    assert product.AXES_FAILURE_LIMIT == 8


def test_a_real_password_is_hashed_with_argon2(cast, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    user = cast.people["member"].user
    user.set_password("xiao-yuan-li-de-gui-hua")
    assert user.password.startswith("argon2$argon2id$")
    assert user.check_password("xiao-yuan-li-de-gui-hua")
