"""What packs cost and what is allowed for a head, in fen. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction


def pack_price(items: Iterable[tuple[int, int]]) -> int:
    """The sum of (count, fen each)."""
    return sum(count * fen for count, fen in items)


def allowed(shares: Mapping[str, int]) -> int:
    """What one head may cost: what all payers give together."""
    return sum(shares.values())


def over(price: int, most: int) -> int:
    """By how many fen a price is above what is allowed; 0 where it is not."""
    return max(price - most, 0)


def near(year_fen: int, cap_fen: int) -> int:
    """How near the year's sum has come to its cap: 100 beyond or at it, 80 from four fifths on, else 0."""
    share = Fraction(year_fen, cap_fen) if cap_fen else Fraction(1)
    return 100 if share >= 1 else 80 if share >= Fraction(4, 5) else 0
