"""The refused rows as a spreadsheet, to be mended and given back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from tongxin.core.sheets.refused import write_refused_of
from tongxin.core.sheets.table import Problem, Record, Table
from tongxin.imports.reading import Reading

Refusals = list[tuple[Record, Sequence[Problem]]]


def refused_rows(reading: Reading, to: Path | BinaryIO) -> int:
    """Write the refused rows with their reasons, a sheet for each sheet that has any; the number of rows."""
    found: dict[str, tuple[Table, Refusals]] = {}
    for verdicts in reading.verdicts():
        for verdict in verdicts:
            if verdict.kind == "refused":
                table = verdict.row.table
                found.setdefault(table.sheet_name, (table, []))[1].append((verdict.row.record, verdict.problems))
    write_refused_of(to, list(found.values()) or [(reading.tables[0], [])])
    return sum(len(rows) for _table, rows in found.values())
