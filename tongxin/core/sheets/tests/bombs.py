"""Files that would hurt: built for real, in pieces, so that building them needs no memory either."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import openpyxl

HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
SHEET = "xl/worksheets/sheet1.xml"


def workbook(path: Path, pieces: Iterable[bytes]) -> Path:
    """An .xlsx whose only sheet has these bytes."""
    plain = io.BytesIO()
    openpyxl.Workbook().save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for name in source.namelist():
            if name != SHEET:
                target.writestr(name, source.read(name))
        with target.open(SHEET, "w", force_zip64=True) as file:
            for piece in pieces:
                file.write(piece)
    return path


def zeros(gigabytes: int) -> Iterator[bytes]:
    """So many gigabytes of nothing."""
    for _ in range(gigabytes * 1024):
        yield bytes(1024 * 1024)


def rows(count: int) -> Iterator[bytes]:
    """A sheet of so many rows (a multiple of 10,000)."""
    yield HEAD
    block = b"<row><c><v>1</v></c></row>" * 10_000
    for _ in range(count // 10_000):
        yield block
    yield b"</sheetData></worksheet>"


def lying(path: Path) -> Path:
    """An .xlsx whose directory says that its sheet is small, when it is not."""
    workbook(path, [HEAD, b" " * 3_000_000, b"</sheetData></worksheet>"])
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(SHEET.encode()))
    assert data[at + 46 :].startswith(SHEET.encode())
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    path.write_bytes(data)
    return path
