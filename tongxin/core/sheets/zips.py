"""Look over an .xlsx before any reader opens it: sizes, honesty of its directory, rows, columns, macros.

Readers unpack what a directory points at and keep the whole rectangle of a sheet: a file of 6 KB with one value
in XFD20000 costs 10 GB. So everything is unpacked once here, in pieces, counted, and thrown away.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tongxin.core.sheets.limits import MEGABYTE, Limits
from tongxin.core.sheets.notices import damaged, not_a_spreadsheet, password, too_large, too_many_rows, zip_bomb
from tongxin.core.sheets.rowscan import RowScan

LARGE_PART = 20 * MEGABYTE


@dataclass
class Findings:
    """What was seen on the way through the parts."""

    macros: bool = False
    bare_formulas: int = 0
    errors: int = 0


def examine_zip(path: Path, limits: Limits) -> Findings:
    """Go once through an .xlsx. Refuses: `sheet.damaged`, `sheet.not_a_spreadsheet`, `sheet.password`,
    `sheet.too_large`, `sheet.too_many_rows`, `sheet.zip_bomb`."""
    parts = _directory(path)
    _must_be_workbook([part.filename for part in parts])
    if any(part.flag_bits & 1 for part in parts):
        raise password()
    with path.open("rb") as file:
        if _swollen(parts, limits):
            _refuse_swollen(file, parts, limits)
        return _go_through(file, parts, limits)


def _directory(path: Path) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        raise damaged() from fault


def _must_be_workbook(names: list[str]) -> None:
    if any(name.lower().endswith("workbook.xml") for name in names):
        return
    if any(name.startswith("word/") for name in names):
        raise not_a_spreadsheet("word")
    if any(name.startswith("ppt/") for name in names):
        raise not_a_spreadsheet("slides")
    if "mimetype" in names or any(name.endswith("workbook.bin") for name in names):
        raise not_a_spreadsheet("other_format")
    raise not_a_spreadsheet("archive")


def _swollen(parts: list[zipfile.ZipInfo], limits: Limits) -> bool:
    if len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.unpacked:
        return True
    return any(part.file_size > LARGE_PART and part.file_size > limits.ratio * part.compress_size for part in parts)


def _refuse_swollen(file: BinaryIO, parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    """It will be refused: look a little way in, to tell a table that is too long from a bomb."""
    largest = sorted(filter(_is_sheet, parts), key=lambda part: part.file_size, reverse=True)[:1]
    for part in largest:
        scan = RowScan()
        seen = 0
        for piece in _unpacked(file, part):
            seen += len(piece)
            scan.feed(piece)
            if scan.rows > limits.rows:
                raise too_many_rows(limits)
            if seen > limits.peek:
                break
        if scan.stated_rows > limits.rows and scan.rows > 0:
            raise too_many_rows(limits)
    raise zip_bomb()


def _go_through(file: BinaryIO, parts: list[zipfile.ZipInfo], limits: Limits) -> Findings:
    findings = Findings(macros=any(part.filename.lower().endswith("vbaproject.bin") for part in parts))
    area = 0
    for part in parts:
        scan = _scan(file, part, limits)
        findings.bare_formulas += scan.bare_formulas
        findings.errors += scan.errors
        area += scan.area
        if area > limits.area:
            raise too_large(limits)
    return findings


def _scan(file: BinaryIO, part: zipfile.ZipInfo, limits: Limits) -> RowScan:
    scan = RowScan()
    seen = 0
    for piece in _unpacked(file, part):
        seen += len(piece)
        if seen > part.file_size:  # the directory lied about it
            raise zip_bomb()
        if _is_sheet(part):
            scan.feed(piece)
            if scan.rows > limits.rows:
                raise too_many_rows(limits)
    return scan


def _is_sheet(part: zipfile.ZipInfo) -> bool:
    name = part.filename.lower()
    return name.endswith(".xml") and "sheet" in name


def _unpacked(file: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes a part really unpacks to: the library's own reader stops at the size that is stated."""
    if part.header_offset < 0:  # a broken directory can point before the file
        raise damaged()
    file.seek(part.header_offset)
    header = file.read(30)
    if len(header) < 30 or part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise damaged()
    file.seek(sum(struct.unpack("<HH", header[26:30])), 1)
    left = part.compress_size
    inflater = zlib.decompressobj(-15) if part.compress_type == zipfile.ZIP_DEFLATED else None
    while left > 0:
        packed = file.read(min(left, 64 * 1024))
        if not packed:
            raise damaged()
        left -= len(packed)
        if inflater is None:
            yield packed
        else:
            yield from _inflate(inflater, packed)


def _inflate(inflater: zlib._Decompress, packed: bytes) -> Iterator[bytes]:
    try:
        while packed:
            yield inflater.decompress(packed, MEGABYTE)
            packed = inflater.unconsumed_tail
    except zlib.error as fault:
        raise damaged() from fault
