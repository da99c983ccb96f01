"""A row of the check: each cell with what it says, what it replaces, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.sheets.cells import CellKind
from tongxin.core.sheets.cells.days import Day
from tongxin.core.sheets.values import shown
from tongxin.imports.protocol import Verdict
from tongxin.imports.queries.heads import Head
from tongxin.ui.words import comma

Near = Mapping[str, tuple[tuple[str, str], ...]]
SEXES = {"f": "女", "m": "男", "female": "女", "male": "男"}
DAY_DIGITS = {"year": 4, "month": 7, "day": 10}


@dataclass(frozen=True)
class Cell:
    """`words` as they are shown, `raw` as the file has them, `before` the old value, `why` what is wrong.

    `near`: (code, name) of units that may be meant by an unknown name.
    """

    key: str
    label: str
    words: str
    raw: str
    before: str = ""
    note: str = ""
    why: tuple[str, ...] = ()
    near: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Line:
    """A row; `why` is what is wrong with it as a whole."""

    kind: str
    sheet: str
    number: int
    cells: tuple[Cell, ...]
    where: str = ""
    why: tuple[str, ...] = ()
    note: str = ""


def line(verdict: Verdict, heads: Sequence[Head], near: Near, several: bool) -> Line:
    """A row as it is shown; `several` sheets make it say its own."""
    row = verdict.row
    keys = {head.key for head in heads}
    return Line(
        kind=verdict.kind,
        sheet=row.table.sheet_name,
        number=row.record.row_number,
        cells=tuple(_cell(verdict, head, near) for head in heads),
        where=row.table.sheet_name if several else "",
        why=tuple(problem.sentence for problem in verdict.problems if problem.key not in keys),
        note=reduce(comma, (note for key, note in verdict.notes.items() if key not in keys), ""),
    )


def _cell(verdict: Verdict, head: Head, near: Near) -> Cell:
    record = verdict.row.record
    held = record.cells.get(head.key)
    raw = shown(held.value).strip() if held else ""
    before = verdict.before.get(head.key, "")
    why = tuple(problem.sentence for problem in verdict.problems if problem.key == head.key)
    read = verdict.row.values.get(head.key)
    return Cell(
        key=head.key,
        label=head.label,
        words=_words(head.kind, raw, read),
        raw=raw,
        before=_masked(before) if head.kind == "phone" else str(before),
        note=str(verdict.notes.get(head.key, "")),
        why=why,
        near=near.get(str(read or raw), ())[:1] if why else (),
    )


def _words(kind: CellKind, raw: str, read: Any) -> str:
    """As it was understood where that reads better than as it was written; telephones stay covered on screen."""
    if isinstance(read, Day):
        return read.date.isoformat()[: DAY_DIGITS[read.precision]]
    if kind == "phone":
        return _masked(str(read or raw))
    if kind == "sex":
        return _(SEXES.get(str(read), raw))
    if kind in ("label", "text", "person_name", "identifier") and read:
        return str(read)
    return raw


def _masked(number: str) -> str:
    return f"{number[:3]}****{number[7:]}" if len(number) > 7 else number
