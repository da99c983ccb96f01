"""Quotations of a pack: which is the lowest, and when choosing one wants a reason. Pure."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

# Three quotations side by side is what an office is expected to show.
WANTED: Final = 3


def lowest(sums: Collection[int]) -> int | None:
    """The lowest sum in fen; None where there is none."""
    return min(sums, default=None)


def needs_reason(chosen: int, sums: Collection[int]) -> bool:
    """Whether taking the one at `chosen` fen wants a reason: another is cheaper."""
    return chosen > min(sums, default=chosen)


def too_few(count: int) -> bool:
    """Whether there are fewer than three."""
    return count < WANTED
