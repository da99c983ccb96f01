"""How figures are grouped and shown on their page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from tongxin.core.figures import RecordRow, Records
from tongxin.report.queries.figures import Row
from tongxin.report.queries.unit_words import counted, part_words, unit_word
from tongxin.ui.words import beside


@dataclass(frozen=True)
class Line:
    """A part of a breakdown as the page shows it."""

    label: str
    told: str
    url: str
    seal: str
    tone: str
    share: float


@dataclass(frozen=True)
class Cell:
    """A figure as the page shows it."""

    label: str
    how: str
    note: str
    number: str
    unit: str
    url: str
    lines: tuple[Line, ...]
    share: float | None

    @property
    def counted(self) -> str:
        """`838人`, `838 people`."""
        return beside(self.number, self.unit)


@dataclass(frozen=True)
class FigureGroup:
    """Figures under one heading: single values, then breakdowns."""

    name: str
    singles: tuple[Cell, ...]
    breakdowns: tuple[Cell, ...]


class Window(Sequence[RecordRow]):
    """Records as the paginator wants them: a length, and slices that are fetched when they are shown."""

    def __init__(self, records: Records, actor: Any) -> None:
        self.records = records
        self.actor = actor

    def __len__(self) -> int:
        return self.records.count

    def __getitem__(self, wanted: Any) -> Any:
        if isinstance(wanted, slice):
            return list(self.records.rows(self.actor, wanted.start or 0, wanted.stop or len(self)))
        return self.records.rows(self.actor, wanted, wanted + 1)[0]


def grouped(rows: Iterable[Row], year: int, query: str) -> list[FigureGroup]:
    """The rows by group, groups in the order of their first figure."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(str(row.figure.group), []).append(row)
    return [
        FigureGroup(
            name,
            tuple(_cell(row, year, query) for row in mine if not row.figure.breakdown),
            tuple(_cell(row, year, query) for row in mine if row.figure.breakdown),
        )
        for name, mine in groups.items()
    ]


def _cell(row: Row, year: int, query: str) -> Cell:
    url = f"{reverse('report:figures:figure', args=[year, row.key])}?{query}"
    most = max((part.value for part in row.result.parts), default=0) or 1
    lines = tuple(
        Line(
            str(part.label),
            part_words(row, part),
            f"{url}&{urlencode({'part': part.key})}",
            part.seal,
            part.tone,
            float(100 * part.value / most),
        )
        for part in row.result.parts
    )
    share = float(row.value * 100) if row.is_share and row.value is not None else None
    number = counted(row, row.value) if row.is_share or row.is_money or row.value is None else f"{row.value:,}"
    unit = "" if row.is_share or row.is_money or row.value is None else unit_word(row)
    return Cell(str(row.figure.label), str(row.figure.how), row.result.note, number, unit, url, lines, share)
