"""From a file to judged rows, a chunk at a time."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.core.sheets.book import Book, open_book
from tongxin.core.sheets.cells import BadCell
from tongxin.core.sheets.table import RawCell, Record, Table, choose_sheet, matching_sheets, read_table
from tongxin.core.sheets.titles import forms
from tongxin.imports.protocol import Importer, Judge, Row, Target, Verdict
from tongxin.ui.words import listed

CHUNK = 1000
USUAL = gc.get_threshold()


@dataclass
class Reading:
    """A file that is being taken in: the book, the tables that are read, the judge.

    `mended`: what is to be read in place of what a cell says, by sheet, row and column.
    """

    importer: Importer
    target: Target
    book: Book
    tables: list[Table]
    judge: Judge
    mended: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    def rows(self, *, lightly: bool = False) -> Iterator[Row]:
        """Every record of every table; whoever reads twice reads the file twice. `lightly`: values are understood only
        where they are asked for, and problems not looked for."""
        for table in self.tables:
            mended = self.mended.get(table.sheet_name, {})
            for record in table.records():
                cells = mended.get(str(record.row_number)) if mended else None
                read = mend(record, cells) if cells else record
                if lightly:
                    yield Row(table, read, Lightly(table, read, self.target.year), ())
                    continue
                values, problems = table.read(read, year=self.target.year)
                yield Row(table, read, values, tuple(problems))

    def verdicts(self) -> Iterator[list[Verdict]]:
        """Judge everything: once through the file for what only the whole tells, then chunk by chunk."""
        with seldom_collecting():
            for row in self.rows(lightly=True):
                self.judge.see(row)
            rows = self.rows()
            while chunk := list(islice(rows, CHUNK)):
                yield self.judge.judge(chunk)


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Search for circular garbage seldom: rows make very many small things and no circles; a third of the time went
    into looking for some."""
    gc.set_threshold(200_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*USUAL)  # not what was found here: another import may be under way in another thread


class Lightly(Mapping[str, Any]):
    """The values of a record, each understood when it is asked for; what cannot be understood is not there."""

    __slots__ = ("_record", "_table", "_year")

    def __init__(self, table: Table, record: Record, year: int | None) -> None:
        self._table, self._record, self._year = table, record, year

    def __getitem__(self, key: str) -> Any:
        value = self._table.value(self._table.column(key), self._record.cells[key].value, self._year)
        if isinstance(value, BadCell):
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._record.cells if key in self)

    def __len__(self) -> int:
        return sum(1 for _key in self)


def mend(record: Record, cells: Mapping[str, str]) -> Record:
    """The record with what a person wrote over its cells; it repeats no other row then."""
    written, raw = dict(record.cells), list(record.raw)
    for key, value in cells.items():
        if key in written:
            old = written[key]
            written[key] = RawCell(value, old.row, old.column)
            raw += [""] * (old.column + 1 - len(raw))
            raw[old.column] = value
    return replace(record, cells=written, raw=raw, repeat_of=None)


def begin(importer: Importer, target: Target, file: Path, filename: str, choices: Mapping[str, Any]) -> Reading:
    """Open a file and find its tables. Refuses: all of `sheet.…`, `import.columns_missing`.

    `choices`: {"sheets": [names], "header_row": {sheet: row}, "columns": {sheet: {index: key or ""}},
    "cells": {sheet: {row: {key: value}}}}.
    """
    book = open_book(file, filename)
    tables = find_tables(importer, book, choices)
    return Reading(importer, target, book, tables, importer.judge(target), choices.get("cells", {}))


def find_tables(importer: Importer, book: Book, choices: Mapping[str, Any]) -> list[Table]:
    """The tables to read: those a person chose, else every sheet that matches. Refuses: `import.columns_missing`."""
    tables = chosen_tables(importer, book, choices)
    usable = [table for table in tables if not lacking(importer, table)]
    if not usable or (choices.get("sheets") and len(usable) < len(tables)):
        raise columns_missing(importer, [table for table in tables if table not in usable])
    return usable


def chosen_tables(importer: Importer, book: Book, choices: Mapping[str, Any]) -> list[Table]:
    """The tables as chosen, whether or not they have all their columns."""
    there = [sheet.name for sheet in book.sheets]
    names: Sequence[str] = [name for name in choices.get("sheets") or () if name in there]
    if not names:
        matching = matching_sheets(book, importer.columns, spare=importer.spare)
        names = [table.sheet_name for table in matching] or [choose_sheet(book, importer.columns)]
    return [table_of(importer, book, name, choices) for name in names]


def table_of(importer: Importer, book: Book, name: str, choices: Mapping[str, Any]) -> Table:
    """One sheet as it is understood with what a person chose for it; what is never stored is taken for nothing."""
    chosen = {int(index): key or None for index, key in choices.get("columns", {}).get(name, {}).items()}
    row = choices.get("header_row", {}).get(name)
    table = read_table(book, name, importer.columns, header_row=row, chosen=chosen)
    barred = {index: None for index, title in enumerate(table.layout.titles) if is_dropped(importer, title)}
    if barred.keys() & table.layout.mapping.keys():
        table = read_table(book, name, importer.columns, header_row=row, chosen={**chosen, **barred})
    return table


def is_dropped(importer: Importer, title: str) -> bool:
    """Whether a column of that title is never read: 身份证号 is not taken for 身份, nor shown as a sample."""
    return any(form in importer.dropped for form in forms(title))


def lacking(importer: Importer, table: Table) -> list[str]:
    """Titles of required columns that the table does not have."""
    missing = set(table.layout.missing) - set(importer.spare)
    return [_(column.label) for column in importer.columns if column.key in missing]


def columns_missing(importer: Importer, tables: Sequence[Table]) -> Refused:
    """The refusal for a file in which required columns are not to be found."""
    nearest = min(tables, key=lambda table: len(table.layout.missing))
    words = _("工作表“%(sheet)s”里没有认出这些列：%(columns)s。指一下哪一列是，或补上再传。") % {
        "sheet": nearest.sheet_name, "columns": listed(lacking(importer, nearest)),
    }  # fmt: skip
    return Refused("import.columns_missing", words, missing=lacking(importer, nearest))
