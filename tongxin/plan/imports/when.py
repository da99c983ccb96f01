"""The days of a line: what the plan's words mean, and the words themselves."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from tongxin.core.sheets.cells.spans import Span
from tongxin.core.sheets.values import shown
from tongxin.imports.protocol import Row

LONGEST_WORDS = 40
_CHINESE = re.compile("[一-龥]")
OPEN = {"", "待定", "未定", "另定", "不定", "时间待定"}


def days_of(row: Row) -> dict[str, Any]:
    """`planned_on`, `planned_words`, `starts_on`, `ends_on` as `add_activity` takes them; nothing without a column.

    A plan that says 3月上旬 is kept by its first day and its words; an end is kept only where days are named.
    """
    if "when" not in row.record.cells or "when" not in row.values:
        return {}
    span: Span | None = row.values["when"]
    words = _words(row, span)
    if span is None:
        return {"planned_on": None, "planned_words": words, "starts_on": None, "ends_on": None}
    named = span.precision == "day" and not span.repeats and span.end > span.start
    return {
        "planned_on": span.start,
        "planned_words": words,
        "starts_on": span.start,
        "ends_on": span.end if named else None,
    }


def _words(row: Row, span: Span | None) -> str:
    value = row.record.cells["when"].value
    said = "" if isinstance(value, datetime) else " ".join(shown(value).split())
    if span is None:
        return "" if said in OPEN or len(said) < 2 else said[:LONGEST_WORDS]
    if span.precision == "month" and not _CHINESE.search(said):
        return f"{span.start.month}月"
    return said[:LONGEST_WORDS] if _CHINESE.search(said) else ""
