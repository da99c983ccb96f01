"""One cell → one typed value, or `BadCell` with a code and a sentence. Pure; nothing written means "" or None."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from tongxin.core.sheets.cells.bad import BadCell
from tongxin.core.sheets.cells.choices import number, sex, whole, yes_no
from tongxin.core.sheets.cells.codes import identifier, phone
from tongxin.core.sheets.cells.days import Day, day
from tongxin.core.sheets.cells.spans import Span, span
from tongxin.core.sheets.cells.words import label, person_name, text
from tongxin.core.sheets.values import Cell

CellKind = Literal[
    "text", "label", "person_name", "identifier", "phone", "day", "number", "whole", "sex", "yes_no", "span"
]
PARSERS: dict[CellKind, Callable[[Cell], Any]] = {
    "text": text,
    "label": label,
    "person_name": person_name,
    "identifier": identifier,
    "phone": phone,
    "number": number,
    "whole": whole,
    "sex": sex,
    "yes_no": yes_no,
}


def parse(kind: CellKind, value: Cell, *, loose: bool = False, year: int | None = None) -> Any:
    """The value of a cell of this kind. `loose` is the book's, `year` the plan's (spans only). Raises `BadCell`."""
    if kind == "day":
        return day(value, loose=loose)
    if kind == "span":
        if year is None:
            raise ValueError("a span needs the year of its plan")
        return span(value, year, loose=loose)
    return PARSERS[kind](value)


__all__ = [
    "BadCell", "CellKind", "Day", "Span", "day", "identifier", "label", "number", "parse", "person_name", "phone",
    "sex", "span", "text", "whole", "yes_no",
]  # fmt: skip
