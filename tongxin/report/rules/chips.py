"""Chips 数据项: how a figure is referred to in a text, and how it is printed there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from tongxin.core.figures import MONEY, SHARE, nearest
from tongxin.core.papers.wording import exact, exact_money, percent, round_money, round_words

Exact = int | Fraction | None
FORMS: Final = ("exact", "round", "percent")
REFERENCE: Final = r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*(?::[^\s{}|:]{1,60})?(?:\|(?:exact|round|percent))?"
_SPLIT = re.compile(r"(?P<key>[^:|]+)(?::(?P<part>[^|]+))?(?:\|(?P<form>\w+))?")


@dataclass(frozen=True, slots=True)
class Reference:
    """`activities.held.by_category:wen|round`: a figure's key, a part of its breakdown, a form of printing."""

    key: str
    part: str = ""
    form: str = ""

    def __str__(self) -> str:
        return self.key + (f":{self.part}" if self.part else "") + (f"|{self.form}" if self.form else "")

    @property
    def bare(self) -> str:
        """Without the form: what is counted, however it is printed."""
        return self.key + (f":{self.part}" if self.part else "")

    @property
    def total(self) -> str:
        """For a breakdown `….by_category`, the figure that its parts add up to."""
        return self.key.partition(".by_")[0] if ".by_" in self.key else ""


def parse(reference: str) -> Reference | None:
    """The reference that a string writes, or None where it writes none."""
    if not re.fullmatch(REFERENCE, reference):
        return None
    found = _SPLIT.fullmatch(reference)
    return Reference(found["key"], found["part"] or "", found["form"] or "") if found else None


def printed(value: Exact, unit: str, form: str = "") -> str:
    """How a paper prints a figure: `15项`, `75%`, `45万余元`; `—` where there is nothing to divide by.

    `unit` is the counting unit in Chinese. A share prints as a percentage with at most one decimal; what is counted in 元 is
    an exact number of fen, printed to the fen or, in round words, never above what it is (a mean to the nearest fen).
    """
    if value is None:
        return "—"
    if unit == MONEY:
        return round_money(nearest(value)) if form == "round" else exact_money(nearest(value))
    if form == "percent" or unit == SHARE or isinstance(value, Fraction):
        return percent(value)
    return round_words(value, unit) if form == "round" else exact(value, unit)


def to_json(value: Exact) -> int | str | None:
    """An exact value as JSON keeps it: 15, "3/4", "1/1"."""
    return f"{value.numerator}/{value.denominator}" if isinstance(value, Fraction) else value


def from_json(stored: int | str | None) -> Exact:
    """The exact value that JSON or a DOCX kept; None where it is none, or was tampered with."""
    if stored is None or isinstance(stored, int):
        return stored
    whole, _, below = stored.partition("/")
    if not re.fullmatch(r"-?\d{1,18}", whole) or not re.fullmatch(r"(\d{0,17}[1-9]\d{0,17})?", below):
        return None
    return Fraction(int(whole), int(below)) if below else int(whole)
