"""The demonstration's people: as many as asked for, eight of whom can sign in with one password."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.support.demonstration import STAFF
from tongxin.accounts.models import User
from tongxin.audit.queries.chain import verify
from tongxin.demo import PASSWORD
from tongxin.demo.facts.accounts import ACCOUNTS
from tongxin.org.models import Person, Post

pytestmark = pytest.mark.django_db


def test_there_are_as_many_people_as_asked_for(demonstration):
    assert Person.objects.count() == STAFF


@pytest.mark.parametrize("account", ACCOUNTS, ids=[account.staff_no for account in ACCOUNTS])
def test_each_account_signs_in_and_holds_its_post(demonstration, account):
    client = Client()
    sent = client.post("/sign-in/", {"username": account.staff_no, "password": PASSWORD})
    assert sent.status_code == 302
    assert client.get("/").status_code == 200
    posts = Post.objects.filter(person__staff_no=account.staff_no, until=None).values_list("kind", "unit__code")
    assert list(posts) == ([(account.post, account.post_unit)] if account.post else [])


def test_an_invented_phone_belongs_to_nobody(demonstration):
    assert not Person.objects.exclude(phone="").exclude(phone__startswith="19").exists()


def test_only_the_accounts_and_chairs_may_ever_sign_in(demonstration):
    assert User.objects.count() == len(ACCOUNTS)


def test_every_act_of_the_year_is_sealed(demonstration):
    state = verify()
    assert (state.waiting, state.broken) == (0, ())
    assert state.sealed > 100


def test_the_page_about_it_parts_what_is_stated_from_what_is_invented(demonstration):
    client = Client()
    client.post("/sign-in/", {"username": "member", "password": PASSWORD})
    page = client.get("/demo/").content.decode()
    assert "中秋节活动" in page
    assert "羽毛球赛" in page
