"""Values of rules, exact: sums in fen, shares as fractions, counts, days, sets. Never a float."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

Exact = int | Fraction | tuple[str, ...]

# What a value is measured in.
FEN, SHARE, HEADS, TIMES, DAYS, NIGHTS, WORDS = "fen", "share", "heads", "times", "days", "nights", "set"
MEASURES: Final = (FEN, SHARE, HEADS, TIMES, DAYS, NIGHTS, WORDS)


class NotExact(ValueError):
    """A value that is not written as its measure wants it."""


def exact(text: str, measure: str) -> Exact:
    """The value behind the text of a rule: `150000` fen, `2/3`, `元旦|春节`. Raises NotExact."""
    if measure == WORDS:
        return tuple(part.strip() for part in text.split("|") if part.strip())
    if measure == SHARE:
        return _share(text)
    if not (text.isascii() and text.isdigit()):
        raise NotExact(text)
    return int(text)


def _share(text: str) -> Fraction:
    over, _slash, under = text.partition("/")
    if not (over.isdecimal() and under.isdecimal() and int(under)):
        raise NotExact(text)
    return Fraction(int(over), int(under))
