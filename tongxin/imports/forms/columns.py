"""What a person posts about sheets and columns: a field for each column, named by place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from tongxin.core.numbers import whole
from tongxin.imports.queries.columns_page import SheetChoice


@dataclass
class ChosenColumns:
    """`sheets` in their order; `header_row` and `columns` only where they differ from how the file was understood."""

    sheets: list[str] = field(default_factory=list)
    header_row: dict[str, int] = field(default_factory=dict)
    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    header_moved: bool = False


def read_columns(posted: QueryDict, sheets: list[SheetChoice], held: Mapping[str, Mapping[str, int]]) -> ChosenColumns:
    """Read the form of the columns page. Where the row of titles moves, the columns are understood anew, but for those
    that were pointed out by hand."""
    chosen = ChosenColumns(header_row=dict(held.get("header_row", {})))
    for sheet in sheets:
        if posted.get(f"sheet-{sheet.index}"):
            chosen.sheets.append(sheet.name)
        said = {
            column.index: posted.get(f"column-{sheet.index}-{column.index}", column.key) for column in sheet.columns
        }
        changed = {column.index: said[column.index] for column in sheet.columns if said[column.index] != column.key}
        row = whole(posted.get(f"header-{sheet.index}")) or 0
        if 1 <= row <= sheet.rows and row != sheet.header_row:
            chosen.header_row[sheet.name] = row
            chosen.header_moved = True
            said = changed
        elif not changed and sheet.name not in held.get("columns", {}):
            continue
        if said:
            chosen.columns[sheet.name] = {str(index): key for index, key in said.items()}
    return chosen
