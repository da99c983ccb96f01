"""How many queries each principal page takes, with little and with much behind it, is written down in counts.json.

More is a slip; fewer is worth writing down. TONGXIN_TEST_RECORD=yes writes it anew, to be looked at before it is committed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.permissions.world import undone
from tests.queries.growing import grow

pytestmark = pytest.mark.django_db
KEPT = Path(__file__).with_name("counts.json")
PAGES = {
    "home, office": ("/", "office", True),
    "home, chair": ("/", "chair", True),
    "home, member": ("/", "member", False),
    "me": ("/me/", "member", False),
    "trail": ("/trail/", "chair", True),
    "units": ("/units/", "office", True),
    "unit": ("/units/{unit ee}/", "office", True),
    "roster": ("/people/", "office", True),
    "person": ("/people/{person member}/", "office", True),
    "activities, desk": ("/activities/?year=2020", "office", True),
    "activities, phone": ("/activities/?year=2020", "member", False),
    "restrictions": ("/restrictions/", "office", True),
    "restriction": ("/restrictions/{restriction}/", "office", True),
    "restriction, phone": ("/restrictions/{restriction}/", "member", False),
    "activity, desk": ("/activities/{held}/", "office", True),
    "activity, phone": ("/activities/{held}/", "member", False),
    "activity to sign up for, phone": ("/activities/{offered}/", "librarian", False),
    "activity signed up for, phone": ("/activities/{offered}/", "member", False),
    "activity to sign up for, desk": ("/activities/{offered}/", "office", True),
    "my places": ("/my/places/", "member", False),
    "start": ("/activities/start/", "office", True),
    "start after last year's": ("/activities/start/?from={held}", "office", True),
    "sign-up list": ("/activities/{offered}/slots/{offer}/list/", "office", True),
    "draw": ("/activities/{offered}/slots/{drawn}/draw/", "member", False),
    "feedback": ("/feedback/{held}/result/", "office", True),
    "events": ("/activities/{meet}/events/", "office", True),
    "heats": ("/activities/{meet}/events/{race}/heats/", "office", True),
    "recording": ("/activities/{meet}/events/{race}/recording/", "office", True),
    "ours": ("/activities/{meet}/events/ours/", "branch", True),
    "results, phone": ("/activities/{meet}/results/", "member", False),
    "planner": ("/years/2020/planner/", "office", True),
    "planner, facts": ("/years/2020/planner/facts/", "office", True),
    "planner, facts of one": ("/years/planner/facts/{to plan}/", "office", True),
    "planner, proposal": ("/years/planner/{proposal}/", "office", True),
    "outings": ("/outings/?year=2020", "office", True),
    "outing": ("/outings/{applied outing}/", "office", True),
    "outing, fill in": ("/outings/{outing}/edit/", "branch", True),
    "outings of the year": ("/outings/spread/?year=2020", "office", True),
    "rules": ("/rules/", "office", True),
    "exemptions": ("/rules/exemptions/", "audit", True),
    "rules, phone": ("/rules/?occasion=outing", "member", False),
    "rule": ("/rules/{rule}/", "chair", True),
    "papers": ("/activities/{held}/papers/", "office", True),
    "budget": ("/activities/{held}/budget/", "office", True),
    "templates": ("/paper-templates/", "office", True),
    "door": ("/activities/{meeting}/check-in/{slot}/", "office", True),
    "door, list": ("/activities/{meeting}/check-in/{slot}/list/", "office", True),
    "door, scan": ("/activities/{meeting}/check-in/{slot}/scan/", "office", True),
    "door, expected": ("/activities/{meeting}/check-in/{slot}/expected/", "office", True),
    "pass": ("/activities/{meeting}/pass/", "member", False),
    "year": ("/years/2020/", "office", True),
    "year, phone": ("/years/2020/", "member", False),
    "calendar": ("/years/2020/calendar/", "office", True),
    "changes": ("/years/2020/changes/", "office", True),
    "year by unit": ("/years/2020/units/", "office", True),
    "work items": ("/years/2020/items/", "office", True),
    "figures": ("/figures/2020/", "office", True),
    "figure": ("/figures/2020/activities.held/", "office", True),
    "summaries": ("/summaries/", "office", True),
    "editor": ("/summaries/{summary}/", "office", True),
    "notices": ("/notices/", "member", False),
    "notices, sent": ("/notices/sent/", "office", True),
    "notice, readers": ("/notices/sent/{notice}/", "branch", True),
    "outbox": ("/notices/outbox/", "office", True),
    "calendar of a unit": ("/calendar/{token}/units/{unit union}.ics", "member", False),
    "imports": ("/imports/", "office", True),
    "imports, check": ("/imports/{run}/", "office", True),
    "calls, phone": ("/mobilisation/volunteers/", "member", False),
    "calls, desk": ("/mobilisation/volunteers/", "branch", True),
    "call, phone": ("/mobilisation/volunteers/{call}/", "member", False),
    "call, desk": ("/mobilisation/volunteers/{call}/", "branch", True),
    "shift": ("/mobilisation/volunteers/shifts/{over}/", "branch", True),
    "my shifts": ("/mobilisation/my/shifts/", "member", False),
    "tasks to units": ("/mobilisation/tasks/", "office", True),
    "task, board": ("/mobilisation/tasks/{task}/", "office", True),
    "task, a unit's part": ("/mobilisation/tasks/parts/{part}/", "branch", True),
    "collections": ("/mobilisation/collections/", "branch", True),
    "collection": ("/mobilisation/collections/{collection}/", "branch", True),
    "collection, answering": ("/mobilisation/collections/{collection}/answer/", "member", False),
    "welfare, phone": ("/welfare/", "member", False),
    "round to choose in, phone": ("/welfare/{round with packs}/", "member", False),
    "round handed out, phone": ("/welfare/{round to rate}/", "member", False),
    "choices": ("/welfare/{round with packs}/choices/", "office", True),
    "poll, phone": ("/welfare/{round that asks}/poll/", "member", False),
    "poll, set": ("/welfare/{round that asks}/poll/edit/", "office", True),
}


@pytest.fixture(scope="module")
def counted(world):
    """Queries of each page at the two sizes."""
    few = {name: count(world, *page) for name, page in PAGES.items()}
    point = transaction.savepoint()
    grow(world)
    many = {name: count(world, *page) for name, page in PAGES.items()}
    transaction.savepoint_rollback(point)
    found = {name: [few[name], many[name]] for name in PAGES}
    if os.environ.get("TONGXIN_TEST_RECORD"):
        lines = (f"  {json.dumps(name)}: {found[name]}" for name in sorted(found))
        KEPT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    return found


def count(world, where: str, role: str, in_office: bool) -> int:
    address = where.format_map(world.things)

    def look() -> int:
        client = world.client(role, in_office=in_office)
        assert client.get(address).status_code == 200
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(address)
        return len(queries)

    return undone(look)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_takes_as_many_queries_as_are_written_down(counted, page):
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert counted[page] == kept[page]


@pytest.mark.parametrize("page", PAGES)
def test_the_number_does_not_grow_with_the_records(counted, page):
    few, many = counted[page]
    assert many <= few


def test_no_page_is_written_down_that_is_not_counted():
    assert set(json.loads(KEPT.read_text(encoding="utf-8"))) == set(PAGES)
