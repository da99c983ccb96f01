"""The demonstration's password is worth nothing anywhere else."""

from __future__ import annotations

import pytest
from django.test import Client

from tongxin.accounts.demonstration import PASSWORD


@pytest.fixture
def known(cast):
    """A member who has the demonstration's password all the same, say from a copied database."""
    user = cast.people["member"].user
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.mark.parametrize(("demo", "status"), [(False, 422), (True, 302)])
def test_it_opens_the_demonstration_alone(known, settings, demo, status):
    settings.DEMO = demo
    answer = Client().post("/sign-in/", {"username": "2015003", "password": PASSWORD})
    assert answer.status_code == status


@pytest.mark.parametrize(("demo", "status"), [(False, 404), (True, 200)])
def test_the_page_about_the_demonstration_is_nowhere_else(cast, settings, demo, status):
    settings.DEMO = demo
    assert cast.client("member").get("/demo/").status_code == status
