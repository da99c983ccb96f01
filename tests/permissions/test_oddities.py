"""No page stumbles over an address typed by hand: what makes no sense is left out, or not found, never a fault."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.utils.http import urlencode

from tests.permissions.matrix import ROWS
from tests.permissions.row import Row
from tests.permissions.test_matrix import address
from tests.permissions.world import World, undone

pytestmark = pytest.mark.django_db
NAMES = (
    "page", "year", "unit", "month", "sort", "q", "text", "kind", "tab", "block", "fig", "root", "parent", "from", "to", "since",
    "until", "state", "category", "mode", "act", "part", "old", "new", "person", "closed", "base", "ref", "next", "again", "words",
    "standing", "sex", "fate", "organiser", "lane", "what", "group", "show", "view", "by",
    "back", "end", "done", "from", "heat", "line", "lines", "name", "no", "occasion", "pack", "payer", "county", "plan", "product",
    "proxy", "room", "round", "scope", "seen", "slot", "supplier", "ticket", "tick", "under", "username", "way", "open_invoice",
)  # fmt: skip
ODD = {
    "superscript": "²",
    "negative": "-1",
    "huge": "9" * 30,
    "endless": "9" * 5000,
    "nul": "a\x00b",
    "quote": "'\"%_\\",
    "words": "随便写的",
    "day": "2020-02-31",
}
# What Python decides has been seen on SQLite; these are what one database takes and another refuses.
ASKED_OF_POSTGRESQL = ("huge", "nul")
PAGES = [row for row in ROWS if row.get and row.allowed()]


@pytest.mark.parametrize("row", PAGES, ids=[f"{row.name}{number}" for number, row in enumerate(PAGES)])
def test_odd_words_in_an_address_are_no_fault(row, world, settings):
    settings.DEMO = row.demo
    where = address(row, world).partition("?")[0]
    codes = {}
    for odd, word in odd_words():
        client = somebody(row, world)
        codes[odd] = undone(
            lambda client=client, word=word: client.get(f"{where}?{urlencode(dict.fromkeys(NAMES, word))}")
        ).status_code
    assert {odd: code for odd, code in codes.items() if code >= 500} == {}


@pytest.mark.parametrize("row", [row for row in ROWS if row.post and row.allowed()], ids=lambda row: row.name)
def test_odd_words_in_a_form_are_no_fault(row, world, settings):
    settings.DEMO = row.demo
    where, fields = address(row, world), FIELDS | dict.fromkeys(row.given(world), None)
    codes = {}
    for odd, word in odd_words():
        client = somebody(row, world)
        codes[odd] = undone(
            lambda client=client, word=word: client.post(where, dict.fromkeys(fields, word))
        ).status_code
    assert {odd: code for odd, code in codes.items() if code >= 500} == {}


def odd_words() -> list[tuple[str, str]]:
    """The odd words by name; on PostgreSQL fewer."""
    return [(odd, word) for odd, word in ODD.items() if connection.vendor == "sqlite" or odd in ASKED_OF_POSTGRESQL]


def somebody(row: Row, world: World) -> Client:
    """Whoever of those meant uses it most."""
    role = next(role for role in ("office", "chair", "branch", "member", "operator") if role in row.allowed())
    return world.client(role, in_office=True)


FIELDS = dict.fromkeys(
    (
        *NAMES, "title", "name", "code", "short_name", "day", "since", "until", "on", "to", "reason", "words", "persons",
        "person_times", "outcome", "held_on", "held_until", "username", "password", "old", "planned_on", "starts_on", "ends_on",
        "starts_at", "place", "about", "expected", "unit_0", "role_0", "organisers", "approved_on", "idea", "share_done",
        "due_on", "responsible_unit", "owner", "signed_on", "key", "source", "quote", "sheet", "row", "value", "choice",
        "header_row", "staff_no", "phone", "email", "born_on", "hired_on", "order", "founded_on", "starts", "ends", "seal",
        "tone", "printed", "counts_for", "into", "all_or_nothing", "language", "term", "number",
    )
)  # fmt: skip
