"""Numbers as they are typed or stand in an address."""

from __future__ import annotations

LONGEST = 9


def whole(text: str | None) -> int | None:
    """A small whole number of plain figures; None for anything else, and for what no column could hold."""
    given = (text or "").strip()
    return int(given) if given.isascii() and given.isdigit() and len(given) <= LONGEST else None
