"""How much a spreadsheet may ask of the machine before it is opened."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds of one file. The largest university has some 20,000 staff: everything here is ten times that."""

    rows: int = 200_000
    """rows of one sheet that hold a value"""
    bytes: int = 50 * MEGABYTE
    """size of the file as it was given"""
    unpacked: int = 400 * MEGABYTE
    """size of all parts of an .xlsx together, unpacked"""
    ratio: int = 200
    """unpacked to packed of one large part; real sheets stay below 50"""
    parts: int = 5_000
    """files inside an .xlsx"""
    area: int = 10_000_000
    """cells of the rectangle that holds all values, over all sheets: readers keep it whole, about 32 bytes a cell"""
    peek: int = 64 * MEGABYTE
    """how far an .xlsx that is refused anyway is unpacked, to say which of the reasons it is"""


DEFAULT = Limits()
