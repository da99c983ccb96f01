"""Look over an .xls (or what calls itself so) before it is opened: passwords, macros, other Office files."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import olefile

from tongxin.core.refusals import Refused
from tongxin.core.sheets.limits import Limits
from tongxin.core.sheets.notices import damaged, not_a_spreadsheet, password, too_large, too_many_rows

FILEPASS, EOF = 0x2F, 0x0A
# Records that put a value in a cell: NUMBER, LABEL, BOOLERR, RK, MULRK, RSTRING, LABELSST, FORMULA and its old forms.
CELLS = {0x203, 0x204, 0x205, 0x27E, 0xBD, 0xD6, 0xFD, 0x06, 0x206, 0x406}
MULRK = 0xBD


@dataclass(frozen=True)
class OleFindings:
    """What was seen in the compound file."""

    macros: bool


def examine_ole(path: Path, limits: Limits) -> OleFindings:
    """Refuses: `sheet.password`, `sheet.not_a_spreadsheet`, `sheet.damaged`, `sheet.too_many_rows`,
    `sheet.too_large`.
    """
    try:
        with olefile.OleFileIO(str(path)) as file:
            names = {"/".join(entry).lower() for entry in file.listdir()}
            if "encryptedpackage" in names:
                raise password()
            stream = next((name for name in ("workbook", "book") if name in names), None)
            if stream is None:
                raise not_a_spreadsheet("word" if "worddocument" in names else "")
            data = file.openstream(stream).read()
    except Refused:
        raise
    except Exception as fault:  # a broken compound file fails in many ways inside olefile
        raise damaged() from fault
    _walk(data, limits)
    return OleFindings(macros=any(name.startswith("_vba_project_cur") for name in names))


def _walk(data: bytes, limits: Limits) -> None:
    """Go through the records (MS-XLS 2.1.4): each is a type, a length and that many bytes."""
    at, area, row, column = 0, 0, -1, -1
    unpack = struct.Struct("<HH").unpack_from
    end = len(data) - 4
    while at <= end:
        kind, length = unpack(data, at)
        if kind == FILEPASS:
            raise password()
        if kind == EOF:
            area += (row + 1) * (column + 1)
            row = column = -1
            if area > limits.area:
                raise too_large(limits)
        elif kind in CELLS and at + 8 <= len(data):
            row_here, column_here = unpack(data, at + 4)
            row = max(row, row_here)
            column = max(column, column_here + (length - 6) // 6 - 1 if kind == MULRK else column_here)
        if row >= limits.rows:
            raise too_many_rows(limits)
        at += 4 + length
