"""Guessing is stopped after some failures, for one number from one place."""

from __future__ import annotations

import pytest
import time_machine
from axes.models import AccessAttempt
from django.test import Client

from tests.cast import NOW, PASSWORD


@pytest.fixture(autouse=True)
def watchful(settings):
    """Axes as in an installation."""
    settings.AXES_ENABLED = True
    settings.AXES_FAILURE_LIMIT = 3


def guess(username: str = "2015003", password: str = "geraten-geraten", place: str = "10.0.0.1"):
    return Client(REMOTE_ADDR=place).post("/sign-in/", {"username": username, "password": password})


def test_after_the_last_failure_even_the_right_password_waits(cast):
    codes = [guess().status_code for _time in range(3)]
    assert codes[:2] == [422, 422]
    answer = guess(password=PASSWORD)
    assert answer.status_code == 429
    assert "15" in answer.content.decode()


def test_others_and_other_places_are_not_locked_out(cast):
    for _time in range(4):
        guess()
    assert guess("2015004", PASSWORD).status_code == 302
    assert guess(password=PASSWORD, place="10.0.0.2").status_code == 302


def test_the_lock_out_ends_by_itself(cast):
    with time_machine.travel(NOW, tick=False) as clock:
        for _time in range(4):
            guess()
        assert guess(password=PASSWORD).status_code == 429
        clock.shift(16 * 60)
        assert guess(password=PASSWORD).status_code == 302


def test_signing_in_forgets_the_failures(cast):
    guess()
    guess()
    assert guess(password=PASSWORD).status_code == 302
    assert AccessAttempt.objects.count() == 0


def test_two_spellings_of_a_number_are_not_twice_as_many_guesses(cast):
    guess("2015003")
    guess("2015003@demo")
    guess(" 2015003")
    assert guess(password=PASSWORD).status_code == 429


def test_guessing_numbers_that_nobody_has_is_stopped_too(cast):
    assert [guess("1234567").status_code for _time in range(4)][-1] == 429
