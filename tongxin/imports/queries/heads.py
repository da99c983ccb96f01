"""The columns of the check's table."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tongxin.core.sheets.cells import CellKind
from tongxin.imports.queries.columns_page import how_of
from tongxin.imports.reading import Reading


@dataclass(frozen=True)
class Head:
    """A column that is read: our label, the file's own title, how it was told where that is worth a word."""

    key: str
    label: str
    kind: CellKind
    title: str
    how: str


def heads_of(reading: Reading) -> list[Head]:
    """The columns that any of the sheets has, in our order."""
    heads: list[Head] = []
    for column in reading.importer.columns:
        table = next((table for table in reading.tables if table.layout.index_of(column.key) is not None), None)
        if table is not None:
            index = table.layout.index_of(column.key)
            title = table.layout.titles[index] if index is not None and index < len(table.layout.titles) else ""
            heads.append(Head(column.key, _(column.label), column.kind, title, how_of(table, column.key)))
    return heads


def titles_used(reading: Reading) -> list[str]:
    """Keys of the columns that are read."""
    return [head.key for head in heads_of(reading)]


def titles_unused(reading: Reading) -> list[str]:
    """Titles of the columns that are not read, each once."""
    return list(dict.fromkeys(title for table in reading.tables for _index, title in table.layout.unknown))
