"""The trail as a spreadsheet."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import openpyxl

from tests.cast import Cast
from tongxin.org.actions import change_unit


def test_the_trail_goes_out_in_words_and_only_as_far_as_the_reader_may_see(cast: Cast, now: datetime) -> None:
    for name in ("ee", "lib"):
        unit = cast.units[name]
        change_unit(
            actor=cast.actor("office"), now=now, unit=unit, name=f"{unit.name}（改）", code=unit.code, short_name="",
            founded_on=None, order=0,
        )  # fmt: skip
    assert _rows(cast, "chair") == ["改单位", "改单位"]
    assert _rows(cast, "branch") == ["改单位"]


def _rows(cast: Cast, name: str) -> list[str]:
    answer = cast.client(name).get("/trail/export/")
    assert answer.status_code == 200
    sheet = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    return [row[2].value for row in sheet.iter_rows(min_row=2) if row[2].value]
