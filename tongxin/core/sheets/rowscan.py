"""Count rows and columns in the XML of a worksheet without parsing it: a few searches over each piece."""

from __future__ import annotations

import re

# A cell with something inside: cells that are only formatted (`<c r="A9" s="3"/>`) end with a slash and do not count.
FILLED = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["'][^<>]*(?<!/)>""")
BARE_FORMULA = re.compile(rb"(?:</f>|<f[^<>]*/>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
ERROR = re.compile(rb"""<c\s[^<>]*\bt=["']e["']""")
DIMENSION = re.compile(rb"""<dimension\s+ref=["'][A-Z]+\d+:[A-Z]+(\d{1,7})["']""")
KEEP = 4096


def column_number(letters: bytes) -> int:
    """`A` → 1, `XFD` → 16384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


class RowScan:
    """Feed it the pieces of one worksheet; it knows how far the values reach."""

    def __init__(self) -> None:
        self.rows = 0
        self.last_row = 0
        self.columns = 0
        self.stated_rows = 0
        self.bare_formulas = 0
        self.errors = 0
        self._rest = b""
        self._begun = False

    @property
    def area(self) -> int:
        """Cells of the rectangle from the first cell to the last."""
        return max(self.last_row, self.rows) * self.columns

    def feed(self, piece: bytes) -> None:
        """Take the next piece; what follows the last whole row waits for the next one."""
        data = self._rest + piece
        cut = data.rfind(b"row>") + 4
        if cut == 3:
            if len(data) < 1024 * 1024 and not self._begun:
                self._look(data[:KEEP])
            cut = max(len(data) - KEEP, 0)
        self._rest = data[cut:]
        if cut:
            self._count(data[:cut])

    def _look(self, start: bytes) -> None:
        stated = DIMENSION.search(start)
        if stated:
            self.stated_rows = int(stated[1])

    def _count(self, data: bytes) -> None:
        if not self._begun:
            self._look(data[:KEEP])
            self._begun = True
        cells = FILLED.findall(data)
        if cells:
            numbers = {number for _, number in cells}
            self.rows += len(numbers)
            self.last_row = max(self.last_row, max(map(int, numbers)))
            self.columns = max(self.columns, max(map(column_number, {letters for letters, _ in cells})))
        else:  # some programs leave the addresses out
            self.rows += data.count(b"<row")
            widest = max((row.count(b"<c>") + row.count(b"<c ") for row in data.split(b"<row")), default=0)
            self.columns = max(self.columns, widest)
        self.bare_formulas += len(BARE_FORMULA.findall(data)) if b"<f" in data else 0
        self.errors += len(ERROR.findall(data))
