"""A name that a person pointed to a unit is known next time."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import xlsxwriter

from tests.cast import Cast
from tongxin.imports.actions.take_in import take_in
from tongxin.imports.protocol import Target
from tongxin.imports.queries.preview import preview
from tongxin.imports.reading import begin
from tongxin.org.imports.roster import ROSTER


def test_a_name_once_pointed_out_is_known_from_then_on(cast: Cast, now: datetime, tmp_path: Path) -> None:
    assert _refused(cast, now, _file(tmp_path, "1001"), {}) == 1
    reading = _reading(cast, now, _file(tmp_path, "1001"), {"units": {"读者服务部": "lib"}})
    assert take_in(reading).counts["new"] == 1
    assert _refused(cast, now, _file(tmp_path, "1002"), {}) == 0


def _refused(cast: Cast, now: datetime, file: Path, choices: dict[str, object]) -> int:
    return preview(_reading(cast, now, file, choices)).counts["refused"]


def _reading(cast: Cast, now: datetime, file: Path, choices: dict[str, object]):
    return begin(ROSTER, Target(cast.actor("office"), now, cast.union, None, choices), file, file.name, choices)


def _file(folder: Path, number: str) -> Path:
    path = folder / f"{number}.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("工号", "姓名", "部门"))
        sheet.write_row(1, 0, (number, "赵一", "读者服务部"))
    return path
