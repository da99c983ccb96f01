"""Comma, tab or semicolon separated text, in the encodings that offices have."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from django.utils.translation import gettext as _

from tongxin.core.sheets.limits import MEGABYTE, Limits
from tongxin.core.sheets.notices import Notice, not_a_spreadsheet, too_large, too_many_rows
from tongxin.core.sheets.values import Cell

DELIMITERS = ",\t;|"
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class Delimited:
    """One text file as one sheet; rows are read from the file each time they are asked for."""

    def __init__(self, path: Path, limits: Limits) -> None:
        """Refuses: `sheet.too_many_rows`, `sheet.too_large`, `sheet.not_a_spreadsheet`."""
        self._path = path
        self.notices: list[Notice] = []
        _bound_lines(path, limits)
        self.encoding, self._errors = self._find_encoding()
        self._stated, self.delimiter = self._find_delimiter()
        self._quoting: Literal[0, 1, 2, 3] = csv.QUOTE_MINIMAL
        self.rows, self.columns = self._measure(limits)

    def __iter__(self) -> Iterator[list[Cell]]:
        return iter(self._reader())  # type: ignore[arg-type]

    def _reader(self, strict: bool = False) -> Iterator[list[str]]:
        with self._open() as file:
            if self._stated:
                file.readline()
            yield from csv.reader(file, delimiter=self.delimiter, quoting=self._quoting, strict=strict)

    def _open(self) -> io.TextIOWrapper:
        return self._path.open("r", encoding=self.encoding, errors=self._errors, newline="")

    def _find_encoding(self) -> tuple[str, str]:
        with self._path.open("rb") as file:
            head = file.read(4)
        candidates = [name for mark, name in MARKS if head.startswith(mark)] or ["utf-8", "gb18030"]
        for name in candidates:
            if _decodes(self._path, name):
                return name, "strict"
        return self._forgive(candidates[-1])

    def _forgive(self, encoding: str) -> tuple[str, str]:
        """A few broken characters (a file cut off, a name typed in another encoding) must not lose the rest."""
        with self._path.open("r", encoding=encoding, errors="replace", newline="") as file:
            text = file.read(MEGABYTE)
        lost = text.count("\ufffd")
        if lost > max(3, len(text) // 200):
            raise not_a_spreadsheet()
        self.notices.append(
            Notice("sheet.broken_characters", _("有个别字存坏了，显示为“�”。请对照原表改好再采用这些行。"))
        )
        return encoding, "replace"

    def _find_delimiter(self) -> tuple[bool, str]:
        with self._open() as file:
            first = file.readline(1000)
            if first.lower().startswith("sep=") and first[4:5]:
                return True, first[4]
            sample = first + file.read(64 * 1024)
        return False, max(DELIMITERS, key=lambda mark: _regularity(sample, mark))

    def _measure(self, limits: Limits) -> tuple[int, int]:
        try:
            return _extent(self._reader(strict=True), limits)
        except csv.Error:
            self._quoting = csv.QUOTE_NONE
            self.notices.append(
                Notice("sheet.stray_quote", _("文件里的引号不成对，已把引号当普通文字读。请留意格子是否错位。"))
            )
        try:
            return _extent(self._reader(), limits)
        except csv.Error as fault:
            raise not_a_spreadsheet() from fault


def _bound_lines(path: Path, limits: Limits) -> None:
    lines = size = 0
    with path.open("rb") as file:
        while piece := file.read(MEGABYTE):
            size += len(piece)
            lines += piece.count(b"\n") or piece.count(b"\r")
            if lines > 4 * limits.rows:  # quoted line breaks may explain some lines, not most of them
                raise too_many_rows(limits)
            if size > limits.bytes:
                raise too_many_rows(limits) if lines > limits.rows else too_large(limits)


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while piece := file.read(MEGABYTE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _regularity(sample: str, mark: str) -> tuple[int, int]:
    """How many of the first rows share one width above one, and that width: a delimiter makes rows alike."""
    widths: Counter[int] = Counter()
    try:
        for number, row in enumerate(csv.reader(io.StringIO(sample, newline=""), delimiter=mark)):
            if number == 40:
                break
            if len(row) > 1:
                widths[len(row)] += 1
    except csv.Error:
        pass
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return count, width


def _extent(rows: Iterator[list[str]], limits: Limits) -> tuple[int, int]:
    last = width = 0
    for count, row in enumerate(rows, start=1):
        if any(map(str.strip, row)):
            last, width = count, max(width, len(row))
        if count > limits.rows:
            raise too_many_rows(limits)
    return last, width
