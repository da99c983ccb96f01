"""Sums of lines, exact to the fen. No floats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

MOST_FEN: Final = 999_999_999_999
MOST_COUNT: Final = Decimal("9999999.99")
MOST_HEADS: Final = 1_000_000


def line_fen(price_fen: int, count: Decimal) -> int:
    """Price times count, half up to the fen."""
    return int((price_fen * count).quantize(Decimal(1), ROUND_HALF_UP))


def multiplies(price_fen: int, count: Decimal, fen: int) -> bool:
    """Whether the sum is price times count; a fen of rounding is let pass."""
    return abs(line_fen(price_fen, count) - fen) <= 1


def apportion(total: int, weights: Sequence[int]) -> list[int]:
    """`total` fen parted by weights, exact: the parts add up to it; what is left over goes to the largest remainders.

    Where all weights are nothing it is parted evenly.
    """
    if not weights:
        return []
    scale = [weight or 0 for weight in weights] if any(weights) else [1] * len(weights)
    whole = sum(scale)
    parts = [total * weight // whole for weight in scale]
    order = sorted(range(len(scale)), key=lambda index: (-(total * scale[index] % whole), index))
    for index in order[: total - sum(parts)]:
        parts[index] += 1
    return parts


def packs_bought(items: Mapping[int, int], lines: Sequence[tuple[int | None, Decimal]]) -> int:
    """How many whole packs lie in what was bought: `items` are products with how many go into one pack, `lines` (product,
    count). A line of the pack without a product is so many packs; what `items` leaves out is not counted by.
    """
    whole = sum((count for product, count in lines if product is None), Decimal(0))
    if not items:
        return max(int(whole), 0)
    had = {product: sum((count for which, count in lines if which == product), Decimal(0)) for product in items}
    made = min(had[product] // per for product, per in items.items() if per)
    return max(int(whole + made), 0)
