"""How each sheet of a file is understood, for a person to overrule."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.sheets.book import Book
from tongxin.core.sheets.columns import Layout
from tongxin.core.sheets.table import Table
from tongxin.core.sheets.values import is_blank, letters, shown
from tongxin.imports.protocol import Importer
from tongxin.imports.reading import chosen_tables, is_dropped, lacking, table_of
from tongxin.ui.words import listed

SAMPLES, SHEETS, HEAD = 3, 40, 60


@dataclass(frozen=True)
class ColumnChoice:
    """A column of the file: what it is taken for (`key`), how that was told, and some of its values."""

    index: int
    letter: str
    title: str
    key: str
    how: str
    samples: tuple[str, ...]


@dataclass(frozen=True)
class SheetChoice:
    """A sheet: whether it is read, the row of its titles, its columns, the required columns it lacks."""

    index: int
    name: str
    rows: int
    used: bool
    header_row: int | None
    columns: tuple[ColumnChoice, ...]
    lacking: str


def sheets_of(importer: Importer, book: Book, choices: dict[str, Any]) -> list[SheetChoice]:
    """The sheets that hold anything, hidden ones last; at most 40."""
    used = {table.sheet_name for table in chosen_tables(importer, book, choices)}
    numbered = [(index, sheet) for index, sheet in enumerate(book.sheets) if sheet.rows]
    numbered.sort(key=lambda pair: (not pair[1].visible, pair[0]))
    return [
        _sheet(importer, book, choices, index, sheet.name, sheet.rows, sheet.name in used)
        for index, sheet in numbered[:SHEETS]
    ]


def _sheet(
    importer: Importer, book: Book, choices: dict[str, Any], index: int, name: str, rows: int, used: bool
) -> SheetChoice:
    table = table_of(importer, book, name, choices)
    body = list(islice(book.rows(name), table.layout.first_row - 1, table.layout.first_row - 1 + HEAD))
    columns = tuple(
        ColumnChoice(
            column, letters(column), title, table.layout.mapping.get(column, ""), _how(table.layout, column),
            () if is_dropped(importer, title) else _samples(body, column),
        )
        for column, title in enumerate(table.layout.titles)
        if title or _samples(body, column)
    )  # fmt: skip
    return SheetChoice(index, name, rows, used, table.layout.header_row, columns, listed(lacking(importer, table)))


def _how(layout: Layout, column: int) -> str:
    if column in layout.by_content:
        return _("按内容认出")
    if column in layout.by_likeness:
        return _("按相近列名")
    return _("按列名") if column in layout.mapping else ""


def _samples(body: list[list[Any]], column: int) -> tuple[str, ...]:
    values = (shown(row[column]).strip()[:30] for row in body if column < len(row) and not is_blank(row[column]))
    return tuple(islice(dict.fromkeys(values), SAMPLES))


def how_of(table: Table, key: str) -> str:
    """How the column of `key` was told, where it is worth a word."""
    index = table.layout.index_of(key)
    told = _how(table.layout, index) if index is not None else ""
    return "" if told == _("按列名") else told
