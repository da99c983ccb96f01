"""Exact targets: read from what is typed, compared with what was reached. Pure."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from tongxin.core.amounts import NotAnAmount, amount, fen
from tongxin.core.figures import MONEY, SHARE, nearest

LARGEST = 10**15
_NUMBER = re.compile(r"(\d{1,15})(?:[.．](\d{1,6}))?\s*([%％]?)")
_SHARE = re.compile(r"(\d{1,9})\s*/\s*(\d{1,9})")


def read(typed: str, unit: str = "") -> Fraction | None:
    """`15` 15, `75%` 3/4, `66.7%` 667/1000, `3/4` 3/4, `1,200` 1200; of money fen: `45万` 45000000; None for anything else. Never a
    float on the way."""
    if unit == MONEY:
        return _fen(typed)
    words = typed.strip().replace(",", "").replace("，", "")
    if share := _SHARE.fullmatch(words):
        return Fraction(int(share[1]), int(share[2])) if int(share[2]) else None
    found = _NUMBER.fullmatch(words)
    if not found:
        return None
    digits = found[2] or ""
    value = Fraction(int(found[1] + digits), 10 ** len(digits))
    return value / 100 if found[3] else value


def _fen(typed: str) -> Fraction | None:
    try:
        return Fraction(fen(amount(typed)))
    except NotAnAmount:
        return None


def written(value: Fraction | int | None, unit: str) -> str:
    """As it is typed again: a share as `75%` or `66.7%`, money in yuan, else the number."""
    if value is None:
        return ""
    if unit == MONEY:
        return f"{Decimal(nearest(value)) / 100:f}"
    if unit != SHARE:
        return str(value)
    share = Fraction(value) * 100
    if share.denominator == 1:
        return f"{share.numerator}%"
    tenths = share * 10
    return f"{tenths.numerator // 10}.{tenths.numerator % 10}%" if tenths.denominator == 1 else str(Fraction(value))


def reached(value: Fraction | int | None, target: Fraction, direction: str) -> bool:
    """Whether a value reaches its target; nothing to divide by reaches nothing."""
    if value is None:
        return False
    return {"least": value >= target, "most": value <= target, "exactly": value == target}[direction]


def share_of(value: Fraction | int | None, target: Fraction, direction: str) -> int:
    """How much of the target is there, 0 to 100 whole percent, for a bar; a limit that is kept is full."""
    if value is None:
        return 0
    if direction == "most":
        return 100 if value <= target else 0
    if target <= 0:
        return 100 if value >= target else 0
    return max(0, min(100, int(Fraction(value) / target * 100)))
