"""The pages of importing ask the database as often for many rows as for few."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import Cast
from tongxin.imports.models import ImportRun
from tongxin.imports.tests.making import run_of, sheet


def rows(kind: str, count: int) -> list[list[str]]:
    """A sheet of so many rows."""
    if kind == "roster":
        return [["工号", "姓名", "单位"], *[[f"30{number:05}", "郑海", "图书馆"] for number in range(count)]]
    return [
        ["活动名称", "类别", "承办单位", "时间"],
        *[[f"第{number}次讲座", "文化", "图书馆、保卫处", "5月"] for number in range(count)],
    ]


def begun(cast: Cast) -> Client:
    """The office's browser, past what the first page of a session asks."""
    client = cast.client("office")
    client.get(reverse("imports:home"))
    return client


def asked(client: Client, url: str) -> int:
    """How many queries a page makes."""
    with CaptureQueriesContext(connection) as held:
        assert client.get(url).status_code == 200
    return len(held)


@pytest.mark.parametrize("applied", [False, True])
@pytest.mark.parametrize("kind", ["roster", "plan"])
def test_the_check_asks_as_often_for_many_rows_as_for_few(cast: Cast, tmp_path: Path, kind: str, applied: bool) -> None:
    client = begun(cast)
    counts = []
    for number in (5, 60):
        path = sheet(tmp_path / f"{number}.xlsx", *rows(kind, number))
        if applied:
            client.post(reverse("imports:application", args=[run_of(cast, path, kind).pk]))
        run = run_of(cast, path, kind)
        for name in ("check", "columns"):
            counts.append((name, asked(client, reverse(f"imports:{name}", args=[run.pk]))))
    assert counts[:2] == counts[2:]


def test_the_history_asks_as_often_for_many_runs_as_for_few(cast: Cast, tmp_path: Path) -> None:
    client = begun(cast)
    run = run_of(cast, sheet(tmp_path / "a.xlsx", *rows("roster", 2)))
    few = asked(client, reverse("imports:home"))
    ImportRun.objects.bulk_create(
        ImportRun(
            kind="roster",
            unit_pk=run.unit_pk,
            unit_path=run.unit_path,
            filename="a",
            added_at=run.added_at,
            added_by=run.added_by,
        )
        for _number in range(15)
    )
    assert asked(client, reverse("imports:home")) == few


def test_a_roster_is_written_with_as_many_statements_for_many_rows_as_for_few(cast: Cast, tmp_path: Path) -> None:
    client = begun(cast)
    counts = []
    for number in (5, 60):
        made = rows("roster", number)
        made[1:] = [[f"{number}{row[0]}", *row[1:]] for row in made[1:]]
        run = run_of(cast, sheet(tmp_path / f"{number}.xlsx", *made))
        with CaptureQueriesContext(connection) as held:
            client.post(reverse("imports:application", args=[run.pk]))
        counts.append(sum(not _writes(query["sql"]) for query in held.captured_queries))
    assert counts[0] == counts[1]


def _writes(sql: str) -> bool:
    """Rows on their way in: by one statement, one for all rows, or COPY."""
    return "INSERT INTO" in sql or sql.startswith("COPY ")
