"""A partner's part in a task: its unit is typed, however many units there are."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW
from tongxin.org.models import Unit
from tongxin.purchases import actions


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("tongxin.core.clock.now", lambda: NOW)


def words(answer):
    return answer.content.decode()


def task(cast):
    return actions.set_task(
        actor=cast.actor("office"), now=NOW, unit=cast.union, year=2020, scope=None, target_fen=100, set_by="市里"
    )


def test_a_partner_is_typed_and_what_is_unclear_stays_typed(cast):
    made = task(cast)
    office, new = cast.client("office"), f"/purchases/tasks/{made.pk}/parts/new/"
    assert '<option value="人力资源处">' in words(office.get(new))
    for typed, said in (("没有的处", "没有叫“没有的处”的单位"), ("处", "“处”不止一个："), ("", "")):
        answer = office.post(new, {"unit": typed, "does": "核对人数"})
        assert answer.status_code == 422 and said in words(answer) and typed in words(answer), typed
    assert office.post(new, {"unit": cast.units["security"].code, "does": "收货"}).status_code == 302
    part = made.parts.get()
    cast.units["security"].closed_on = NOW.date()
    cast.units["security"].save(update_fields=["closed_on"])
    edit = f"/purchases/parts/{part.pk}/edit/"
    form = office.get(edit).context["form"]
    sent = {name: form[name].value() or "" for name in ("unit", "words", "known")} | {"does": "收货验收"}
    assert sent["unit"] == "保卫处" and office.post(edit, sent).status_code == 302
    part.refresh_from_db()
    assert (part.unit, part.does) == (cast.units["security"], "收货验收")


def test_a_tree_of_thousands_makes_neither_page_nor_queries_more(cast):
    made = task(cast)
    office, new = cast.client("office"), f"/purchases/tasks/{made.pk}/parts/new/"
    office.get(new)
    sizes = []
    for number in (100, 1000):
        root = cast.union.path
        Unit.objects.bulk_create(
            Unit(
                parent=cast.union,
                kind="department",
                code=f"D{number}-{each}",
                name=f"第{each}处",
                path=f"{root}{number}{each:04}.",
            )
            for each in range(number)
        )
        with CaptureQueriesContext(connection) as seen:
            answer = office.get(new)
            sent = office.post(new, {"unit": "第", "does": "收货"})
        sizes.append((len(answer.content), len(sent.content), len(seen)))
    first, second = sizes
    assert first[2] == second[2] and second[0] < 40_000 and abs(first[0] - second[0]) + abs(first[1] - second[1]) < 200
    assert words(sent).count("（D") == 6
