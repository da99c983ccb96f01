"""What a cell can hold, and its address."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | date | datetime | time | timedelta
"""As the file has it. An empty cell is the empty text."""


def is_blank(value: Cell) -> bool:
    """Nothing, or nothing but white space."""
    return isinstance(value, str) and not value.strip()


def shown(value: Cell) -> str:
    """A cell as text, the way a person would read it: whole numbers without `.0`, days as 1985-06-01.

    Fractions have the fifteen digits that spreadsheets show: `=45.3*3` is kept as 135.89999999999998 and means 135.9.
    """
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, float) and not value.is_integer():
        return format(value, ".15g")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    return value if isinstance(value, str) else str(value)


def letters(index: int) -> str:
    """0 → A, 26 → AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def ref(row: int, index: int) -> str:
    """The address people know: row 12 (counted from 1), column 2 (counted from 0) → C12."""
    return f"{letters(index)}{row}"
