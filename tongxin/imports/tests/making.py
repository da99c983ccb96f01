"""Small things the tests of importing share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import NOW, Cast
from tongxin.core.sheets.tests.ugly import roster_files
from tongxin.core.sheets.tests.ugly_plans import YEAR, plan_files
from tongxin.imports.actions.add_run import add_run
from tongxin.imports.models import ImportRun
from tongxin.imports.protocol import importers
from tongxin.imports.shell import ShellImport

ROSTER_HEAD = ["工号", "姓名", "单位", "入职日期", "手机"]


def sheet(path: Path, *rows: list[Any], title: str = "Sheet1") -> Path:
    """An .xlsx with these rows."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def roster(path: Path, *rows: list[Any]) -> Path:
    """A roster of `ROSTER_HEAD`."""
    return sheet(path, ROSTER_HEAD, *rows)


def run_of(cast: Cast, path: Path, kind: str = "roster", actor: str = "office", **more: Any) -> ImportRun:
    """The file as a run that waits to be checked."""
    importer = importers.get(kind)
    assert importer is not None
    with path.open("rb") as file:
        return add_run(
            actor=cast.actor(actor), now=NOW, importer=importer, unit=cast.union, file=file, filename=path.name,
            year=2020 if importer.needs_year else None, **more,
        )  # fmt: skip


def upload(path: Path) -> SimpleUploadedFile:
    """The file as a browser sends it."""
    return SimpleUploadedFile(path.name, path.read_bytes())


def at_shell(kind: str, path: Path, cast: Cast, **more: Any) -> ShellImport:
    """The file as the shell wants it."""
    return ShellImport(kind, path, cast.union, year=YEAR if kind == "plan" else None, **more)


UGLY = {"roster": roster_files, "plan": plan_files}
