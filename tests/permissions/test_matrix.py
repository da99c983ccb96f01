"""Every address answers every kind of person as the matrix says, and strangers change nothing."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.permissions.addresses import names
from tests.permissions.matrix import ROWS
from tests.permissions.row import OFFICERS, ROLES, Row
from tests.permissions.world import World, undone
from tongxin.audit.models import Entry

pytestmark = pytest.mark.django_db
REFUSALS = {302, 403, 404}
ids = [f"{row.name}{'?' + row.query if row.query else ''}" for row in ROWS]
every_row = pytest.mark.parametrize("row", ROWS, ids=ids)


def address(row: Row, world: World) -> str:
    """Where the row's address lies in this world."""
    query = row.query.format_map(world.things)
    return reverse(row.name, kwargs=row.at(world)) + (f"?{query}" if query else "")


def people(row: Row, world: World) -> list[tuple[str, bool, Client]]:
    """Everybody under each hat there is: (role, whether under the office hat, a browser).

    Rights are decided in Python. On PostgreSQL one who may, one without the hat and one who may not are enough to send
    every page's and every act's statements to it.
    """
    hats = [(role, True) for role in ROLES] + [(role, False) for role in OFFICERS]
    if connection.vendor == "postgresql":
        first = next((role for role in ROLES if role in row.allowed()), "chair")
        hats = [hat for hat in hats if hat in {(first, True), (first, False), ("member", True), ("outsider", True)}]
    return [(role, in_office, world.client(role, in_office=in_office)) for role, in_office in hats]


def test_every_address_has_a_row_and_every_row_an_address():
    named, known = {row.name for row in ROWS}, set(names())
    assert sorted(known - named) == [], "addresses without a row in tests/permissions/matrix.py"
    assert sorted(named - known) == [], "rows whose address is gone"


@every_row
def test_pages_open_for_whom_they_are_meant(row, world, settings):
    settings.DEMO = row.demo
    if not row.get:
        pytest.skip("no page, an act alone")
    where = address(row, world)
    got = {("nobody", False): undone(lambda: Client().get(where)).status_code}
    wanted = {("nobody", False): row.nobody}
    for role, in_office, client in people(row, world):
        got[role, in_office] = undone(lambda client=client: client.get(where)).status_code
        wanted[role, in_office] = row.status(role, in_office=in_office)
    assert {key: code for key, code in got.items() if code != wanted[key]} == {}, wanted


@every_row
def test_acts_are_open_to_whom_they_are_meant_and_strangers_change_nothing(row, world, settings):
    settings.DEMO = row.demo
    if not row.post:
        pytest.skip("a page, no act")
    where, given = address(row, world), row.given(world)
    wrong = []
    for role, in_office, client in [("nobody", False, Client()), *people(row, world)]:
        entries = Entry.objects.count()

        def act(client: Client = client, entries: int = entries) -> tuple[int, int]:
            code = client.post(where, given).status_code
            return code, Entry.objects.count() - entries

        code, written = undone(act)
        wanted = row.nobody if role == "nobody" else row.status(role, in_office=in_office)
        may = wanted not in REFUSALS or (role != "nobody" and wanted == 302)
        fits = (code not in {403, 404, 405} and code < 500) if may else (code == wanted and written == 0)
        if not fits:
            wrong.append((role, "office" if in_office else "member", code, f"{written} entries"))
    assert wrong == []


@every_row
def test_other_methods_are_not_allowed(row, world, settings):
    settings.DEMO = row.demo
    if row.any_method:
        pytest.skip("answers every method")
    where = address(row, world)
    browser = world.client(next(iter(sorted(row.allowed())), "chair"), in_office=True)
    cookies = dict(browser.cookies)
    there = {name for name, is_there in (("get", row.get), ("post", row.post)) if is_there}
    codes = {}
    for name in ("get", "post", "put", "delete"):
        browser.cookies.update(cookies)
        codes[name] = undone(lambda name=name: getattr(browser, name)(where)).status_code
    assert {name: code for name, code in codes.items() if name not in there and code != 405} == {}
    assert {name: code for name, code in codes.items() if name in there and code == 405} == {}


def test_nobody_is_sent_to_sign_in_and_back(world):
    where = address(next(row for row in ROWS if row.name == "org:unit"), world)
    answer = Client().get(where)
    assert answer.headers["Location"] == f"{reverse('accounts:sign_in')}?next={where}"


def test_an_officer_under_the_members_hat_is_shown_the_way_into_the_office(world):
    where = address(next(row for row in ROWS if row.name == "org:edit_unit"), world)
    answer = world.client("office", in_office=False).get(where)
    assert answer.status_code == 403
    assert reverse("org:enter_office") in answer.content.decode()
