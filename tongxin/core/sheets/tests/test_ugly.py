"""Ten ugly files, each understood as the same people or the same plan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tongxin.core.sheets.book import Book, open_book
from tongxin.core.sheets.cells import span
from tongxin.core.sheets.columns import Column
from tongxin.core.sheets.table import matching_sheets
from tongxin.core.sheets.tests.specs import PLAN, ROSTER
from tongxin.core.sheets.tests.ugly import PEOPLE, roster_files
from tongxin.core.sheets.tests.ugly_plans import ACTIVITIES, YEAR, plan_files


def read_all(book: Book, columns: tuple[Column, ...]) -> list[dict[str, Any]]:
    rows = []
    for table in matching_sheets(book, columns):
        for record in table.records():
            values, problems = table.read(record, year=YEAR)
            assert problems == []
            if record.repeat_of is None:
                rows.append(values)
    return rows


@pytest.mark.parametrize("which", range(5))
def test_each_ugly_roster_gives_the_same_people(tmp_path: Path, which: int) -> None:
    path = roster_files(tmp_path)[which]
    found = read_all(open_book(path, path.name), ROSTER)
    assert [
        (
            row["number"],
            row["name"],
            {"male": "男", "female": "女"}[str(row["sex"])],
            row["unit"],
            row["born"].date.isoformat(),
            row["entered"].date.isoformat()[:7],
            row["phone"],
            row["standing"],
        )
        for row in found
    ] == PEOPLE


@pytest.mark.parametrize("which", range(5))
def test_each_ugly_plan_gives_the_same_activities(tmp_path: Path, which: int) -> None:
    path = plan_files(tmp_path)[which]
    found = read_all(open_book(path, path.name), PLAN)
    wanted = [
        (title, kind, units, span(when, YEAR), place, form, people)
        for title, kind, units, when, place, form, people in ACTIVITIES
    ]
    got = [
        (r["title"], r["kind"], str(r["units"]).replace("，", "、"), r["when"], r["place"], r["form"], r["people"])
        for r in found
    ]
    assert sorted(got, key=str) == sorted(wanted, key=str)


def test_what_is_no_record_is_listed_with_its_reason(tmp_path: Path) -> None:
    path = plan_files(tmp_path)[0]
    table = matching_sheets(open_book(path, path.name), PLAN)[0]
    records = list(table.records())
    assert [skipped.why for skipped in table.skipped] == ["heading", "heading", "heading", "total", "signature"]
    assert records[0].section == "一、文体类"


def test_a_row_that_says_the_same_again_names_the_first(tmp_path: Path) -> None:
    path = roster_files(tmp_path)[4]
    table = matching_sheets(open_book(path, path.name), ROSTER)[0]
    records = list(table.records())
    assert [(record.row_number, record.repeat_of) for record in records if record.repeat_of] == [(10, 9)]
    assert [skipped.why for skipped in table.skipped] == ["repeated_title", "repeated_header"]
    assert table.layout.by_content == {6}  # 联系方式 is told by its mobile numbers
