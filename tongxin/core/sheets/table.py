"""The records of a sheet, each cell with its address; what is no record is listed too: nothing is lost in silence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from tongxin.core.sheets.book import Book
from tongxin.core.sheets.cells import BadCell, parse
from tongxin.core.sheets.columns import Column, Layout, understand
from tongxin.core.sheets.foot import Why, judge
from tongxin.core.sheets.merges import GridRow
from tongxin.core.sheets.values import Cell, is_blank, ref, shown

HEAD = 60
REMEMBERED = 5_000


class Places(Mapping[str, "RawCell"]):
    """The understood cells of a row, each made only when it is asked for: a long sheet has millions."""

    __slots__ = ("at", "raw", "row")

    def __init__(self, raw: list[Cell], row: int, at: Mapping[str, int]) -> None:
        self.raw, self.row, self.at = raw, row, at

    def __getitem__(self, key: str) -> RawCell:
        index = self.at[key]
        return RawCell(self.raw[index] if index < len(self.raw) else "", self.row, index)

    def __iter__(self) -> Iterator[str]:
        return iter(self.at)

    def __len__(self) -> int:
        return len(self.at)

    def __contains__(self, key: object) -> bool:
        return key in self.at


class RawCell(NamedTuple):
    """A value as the file has it, and where."""

    value: Cell
    row: int
    column: int

    @property
    def ref(self) -> str:
        """The address, `C12`."""
        return ref(self.row, self.column)


@dataclass(frozen=True)
class Problem:
    """One cell (or, without a key, one row) that cannot go in, and why."""

    key: str | None
    ref: str
    code: str
    sentence: str


@dataclass(frozen=True)
class Record:
    """One row. `raw` is all of it, `cells` what was understood; `filled` are keys whose value was carried down from a
    merged cell; `repeat_of` is the row that says exactly the same further up; `section` the heading it stands under."""

    row_number: int
    cells: Mapping[str, RawCell]
    raw: list[Cell]
    filled: frozenset[str] = frozenset()
    repeat_of: int | None = None
    section: str = ""


class Skipped(NamedTuple):
    """A row that was taken for no record, with its reason and its first words."""

    row_number: int
    why: Why
    words: str


@dataclass
class Table:
    """A sheet with its layout. `skipped` is complete once `records()` has been read to the end."""

    book: Book
    sheet_name: str
    columns: Sequence[Column]
    layout: Layout
    skipped: list[Skipped] = field(default_factory=list)
    _known: dict[str, dict[Any, Any]] = field(default_factory=lambda: defaultdict(dict), repr=False)

    def records(self) -> Iterator[Record]:
        """The records from top to bottom; empty rows, repeated titles, totals, signatures, examples are passed over."""
        self.skipped.clear()
        above = self._above()
        tops = {words[0] for words in above}
        seen: dict[int, int] = {}
        section = ""
        mapping = self.layout.mapping
        mapped = list(mapping)
        for number, row in enumerate(self.book.grid(self.sheet_name), start=1):
            if number < self.layout.first_row or _empty(row):
                continue
            again = _first(row.cells) in tops and above.get(_print(row.cells))
            why = again or judge(row.cells, row.banner, mapped)
            if why:
                words = _words(row.cells)
                self.skipped.append(Skipped(number, why, words))
                section = words if why == "heading" else section
                continue
            yield self._record(number, row, seen, section)

    def read(self, record: Record, *, year: int | None = None) -> tuple[dict[str, Any], list[Problem]]:
        """The typed values of a record, and the problems of the cells that could not be understood.

        `cell.required` where a required cell is blank; else the codes of the parsers.
        """
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        cells, width = record.cells, len(record.raw)
        straight = isinstance(cells, Places)
        for key, column in self._by_key.items():
            if straight:
                index = self._at[key]
                value = self.value(column, record.raw[index] if index < width else "", year)
            elif key in cells:
                value = self.value(column, cells[key].value, year)
            else:
                continue
            if isinstance(value, BadCell):
                problems.append(Problem(key, cells[key].ref, value.code, value.sentence))
            else:
                values[key] = value
        return values, problems

    def value(self, column: Column, cell: Cell, year: int | None) -> Any:
        """What one cell means, or why it means nothing (a `BadCell`). Columns say the same things over and over: what
        was understood once is remembered, within bounds."""
        known = self._known[column.key]
        key = cell if cell.__class__ is str else (cell.__class__, cell)
        value = known.get(key)
        if value is not None:
            return value
        try:
            value = _typed(column, cell, self.book.loose, year)
        except BadCell as bad:
            value = bad
        if len(known) < REMEMBERED:
            known[key] = value
        return value

    def _record(self, number: int, row: GridRow, seen: dict[int, int], section: str) -> Record:
        at, cells = self._at, row.cells
        width = len(cells)
        first = seen.setdefault(hash(tuple([cells[i] if i < width else "" for i in at.values()])), number)
        filled = frozenset(self.layout.mapping[index] for index in row.filled if index in self.layout.mapping)
        return Record(number, Places(cells, number, at), cells, filled, None if first == number else first, section)

    @cached_property
    def _at(self) -> dict[str, int]:
        return {key: index for index, key in self.layout.mapping.items()}

    @cached_property
    def _by_key(self) -> dict[str, Column]:
        """The columns that are there, in our order."""
        return {column.key: column for column in self.columns if column.key in self._at}

    def column(self, key: str) -> Column:
        """The column of that key, if the sheet has it."""
        return self._by_key[key]

    def _above(self) -> dict[tuple[str, ...], Why]:
        """The rows above the data, to know them again at the top of the next printed page."""
        rows = islice(self.book.rows(self.sheet_name), self.layout.first_row - 1)
        first_title = (self.layout.header_row or 0) - self.layout.header_lines
        return {
            _print(cells): "repeated_title" if number < first_title else "repeated_header"
            for number, cells in enumerate(rows)
            if _print(cells)
        }


def _typed(column: Column, value: Cell, loose: bool, year: int | None) -> Any:
    if column.required and is_blank(value):
        raise BadCell("cell.required", _("“%(title)s”是空的。请补上。") % {"title": column.label})
    return parse(column.kind, value, loose=loose, year=year)


def read_table(
    book: Book,
    sheet_name: str,
    columns: Sequence[Column],
    *,
    chosen: Mapping[int, str | None] | None = None,
    header_row: int | None = None,
) -> Table:
    """A sheet of the book as a table; see `understand` for `chosen` and `header_row`."""
    head = list(islice(book.rows(sheet_name), max(HEAD, header_row or 0)))
    return Table(book, sheet_name, columns, understand(head, columns, chosen=chosen, header_row=header_row))


def matching_sheets(book: Book, columns: Sequence[Column], *, spare: Collection[str] = ()) -> list[Table]:
    """The visible sheets that have titles and all required columns, best first in the order of the book.

    `spare`: required keys that may be absent because the sheet's own name says them (a sheet for each 分工会).
    """
    names = [sheet.name for sheet in book.sheets if sheet.rows and sheet.visible]
    names = names or [sheet.name for sheet in book.sheets if sheet.rows]
    tables = [read_table(book, name, columns) for name in names]
    return [table for table in tables if table.layout.header_row and not set(table.layout.missing) - set(spare)]


def choose_sheet(book: Book, columns: Sequence[Column]) -> str:
    """The sheet to begin with: of those that match the surest, else the one that comes nearest, else the longest."""
    sheets = [sheet for sheet in book.sheets if sheet.rows and sheet.visible] or [s for s in book.sheets if s.rows]
    tables = {sheet.name: read_table(book, sheet.name, columns).layout for sheet in sheets}

    def worth(sheet: Any) -> tuple[bool, float, int]:
        layout = tables[sheet.name]
        return not layout.missing, layout.confidence, sheet.rows

    return max(sheets, key=worth).name


def _empty(row: GridRow) -> bool:
    return all(is_blank(cell) or index in row.filled for index, cell in enumerate(row.cells))


def _print(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(shown(cell).strip() for cell in cells if not is_blank(cell))


def _first(cells: Sequence[Cell]) -> str:
    """The first thing a row says, as `_print` has it."""
    return next((shown(cell).strip() for cell in cells if not is_blank(cell)), "")


def _words(cells: Sequence[Cell]) -> str:
    return "　".join(_print(cells))[:80]
