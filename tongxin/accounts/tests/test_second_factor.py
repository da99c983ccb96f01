"""The one-time code: set up, asked for before any page, replaced by a recovery code once."""

from __future__ import annotations

import re

import pytest
import time_machine
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.cast import NOW, PASSWORD
from tongxin.accounts.actions.second_factor import has_second_factor, remove_second_factor
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused

LATER = 60


def code_of(device: TOTPDevice) -> str:
    return f"{totp(device.bin_key):06d}"


def sign_in() -> Client:
    client = Client()
    client.post("/sign-in/", {"username": "2015003", "password": PASSWORD})
    return client


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def guarded(cast, clock):
    """The member with a second factor: its device and recovery codes. Time has gone on since."""
    client = sign_in()
    client.get("/me/second-factor/")
    device = TOTPDevice.objects.get()
    page = client.post("/me/second-factor/", {"code": code_of(device)}).content.decode()
    clock.shift(LATER)
    device.refresh_from_db()
    return device, re.findall(r"\b[0-9a-f]{8}\b", page)


def test_it_is_set_up_by_scanning_and_typing_the_first_code(cast, clock):
    client = sign_in()
    page = client.get("/me/second-factor/").content.decode()
    assert "data:image/svg+xml" in page
    device = TOTPDevice.objects.get()
    wrong = client.post("/me/second-factor/", {"code": "000000"})
    assert wrong.status_code == 422
    assert not has_second_factor(cast.people["member"].user)
    clock.shift(LATER)
    done = client.post("/me/second-factor/", {"code": code_of(device)[:3] + " " + code_of(device)[3:]})
    assert done.status_code == 200
    assert has_second_factor(cast.people["member"].user)
    assert Entry.objects.filter(act="accounts.set_second_factor").count() == 1
    assert client.get("/me/").status_code == 200


def test_eight_recovery_codes_are_shown_once(guarded):
    device, codes = guarded
    assert len(set(codes)) == 8
    client = sign_in()
    client.post("/sign-in/code/", {"code": code_of(device)})
    assert not set(codes) & set(re.findall(r"\b[0-9a-f]{8}\b", client.get("/me/second-factor/").content.decode()))


def test_no_page_opens_before_the_code(guarded):
    device, _codes = guarded
    client = sign_in()
    for page in ("/", "/me/", "/units/", "/me/second-factor/", "/me/sessions/", "/activities/"):
        assert client.get(page).headers["Location"].startswith("/sign-in/code/?next=")
    assert client.post("/me/second-factor/remove/").headers["Location"].startswith("/sign-in/code/")
    assert client.post("/sign-in/code/?next=/me/", {"code": code_of(device)}).headers["Location"] == "/me/"
    assert client.get("/me/").status_code == 200


def test_a_wrong_code_opens_nothing_and_slows_down_guessing(guarded, clock):
    device, _codes = guarded
    client = sign_in()
    assert client.post("/sign-in/code/", {"code": "000000"}).status_code == 422
    assert client.post("/sign-in/code/", {"code": code_of(device)}).status_code == 422
    clock.shift(LATER)
    assert client.post("/sign-in/code/", {"code": code_of(device)}).status_code == 302


def test_a_code_is_good_once(guarded):
    device, _codes = guarded
    assert sign_in().post("/sign-in/code/", {"code": code_of(device)}).status_code == 302
    assert sign_in().post("/sign-in/code/", {"code": code_of(device)}).status_code == 422


def test_a_recovery_code_is_good_once(guarded, clock):
    _device, codes = guarded
    assert sign_in().post("/sign-in/code/", {"code": codes[0]}).status_code == 302
    clock.shift(LATER)
    assert sign_in().post("/sign-in/code/", {"code": codes[0]}).status_code == 422
    clock.shift(LATER)
    assert sign_in().post("/sign-in/code/", {"code": codes[1]}).status_code == 302


def test_changing_phones_keeps_the_old_one_until_the_new_one_is_confirmed(guarded, clock):
    device, _codes = guarded
    client = sign_in()
    client.post("/sign-in/code/", {"code": code_of(device)})
    client.get("/me/second-factor/?again=1")
    new = TOTPDevice.objects.get(confirmed=False)
    assert TOTPDevice.objects.filter(confirmed=True).get() == device
    assert client.post("/me/second-factor/?again=1", {"code": code_of(new)}).status_code == 200
    assert TOTPDevice.objects.get() == new


def test_it_is_removed_with_its_recovery_codes(guarded):
    device, _codes = guarded
    client = sign_in()
    client.post("/sign-in/code/", {"code": code_of(device)})
    assert client.post("/me/second-factor/remove/").status_code == 302
    assert Entry.objects.filter(act="accounts.remove_second_factor").count() == 1
    assert sign_in().get("/me/").status_code == 200


def test_whose_post_demands_it_cannot_remove_it(guarded, cast):
    user = cast.people["member"].user
    user.must_use_second_factor = True
    with pytest.raises(Refused, match=r"second_factor\.demanded"):
        remove_second_factor(user=user, now=NOW)
    assert has_second_factor(user)


def test_the_code_leads_to_no_other_house(guarded):
    device, _codes = guarded
    answer = sign_in().post("/sign-in/code/?next=https://example.com/", {"code": code_of(device)})
    assert answer.headers["Location"] == "/"
