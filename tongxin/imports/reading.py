"""From a file to judged rows, a chunk at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.core.sheets.book import Book, open_book
from tongxin.core.sheets.table import Table, choose_sheet, matching_sheets, read_table
from tongxin.imports.protocol import Importer, Judge, Row, Target, Verdict

CHUNK = 1000


@dataclass
class Reading:
    """A file that is being taken in: the book, the tables that are read, the judge."""

    importer: Importer
    target: Target
    book: Book
    tables: list[Table]
    judge: Judge

    def rows(self) -> Iterator[Row]:
        """Every record of every table; whoever reads twice reads the file twice."""
        for table in self.tables:
            for record in table.records():
                values, problems = table.read(record, year=self.target.year)
                yield Row(table, record, values, tuple(problems))

    def verdicts(self) -> Iterator[list[Verdict]]:
        """Judge everything: once through the file for what only the whole tells, then chunk by chunk."""
        for row in self.rows():
            self.judge.see(row)
        rows = self.rows()
        while chunk := list(islice(rows, CHUNK)):
            yield self.judge.judge(chunk)


def begin(importer: Importer, target: Target, file: Path, filename: str, choices: Mapping[str, Any]) -> Reading:
    """Open a file and find its tables. Refuses: all of `sheet.…`, `import.columns_missing`.

    `choices`: {"sheets": [names], "header_row": {sheet: row}, "columns": {sheet: {index: key or ""}}}.
    """
    book = open_book(file, filename)
    tables = find_tables(importer, book, choices)
    return Reading(importer, target, book, tables, importer.judge(target))


def find_tables(importer: Importer, book: Book, choices: Mapping[str, Any]) -> list[Table]:
    """The tables to read: those a person chose, else every sheet that matches. Refuses: `import.columns_missing`."""
    tables = chosen_tables(importer, book, choices)
    usable = [table for table in tables if not lacking(importer, table)]
    if not usable:
        raise columns_missing(importer, tables)
    return usable


def chosen_tables(importer: Importer, book: Book, choices: Mapping[str, Any]) -> list[Table]:
    """The tables as chosen, whether or not they have all their columns."""
    names: Sequence[str] = choices.get("sheets") or ()
    if not names:
        matching = matching_sheets(book, importer.columns, spare=importer.spare)
        names = [table.sheet_name for table in matching] or [choose_sheet(book, importer.columns)]
    rows, columns = choices.get("header_row", {}), choices.get("columns", {})
    return [
        read_table(
            book, name, importer.columns, header_row=rows.get(name),
            chosen={int(index): key or None for index, key in columns.get(name, {}).items()},
        )
        for name in names
    ]  # fmt: skip


def lacking(importer: Importer, table: Table) -> list[str]:
    """Titles of required columns that the table does not have."""
    missing = set(table.layout.missing) - set(importer.spare)
    return [str(column.label) for column in importer.columns if column.key in missing]


def columns_missing(importer: Importer, tables: Sequence[Table]) -> Refused:
    """The refusal for a file in which required columns are not to be found."""
    nearest = min(tables, key=lambda table: len(table.layout.missing))
    words = _("工作表“%(sheet)s”里没有认出这些列：%(columns)s。指一下哪一列是，或补上再传。") % {
        "sheet": nearest.sheet_name, "columns": "、".join(lacking(importer, nearest)),
    }  # fmt: skip
    return Refused("import.columns_missing", words, missing=lacking(importer, nearest))
