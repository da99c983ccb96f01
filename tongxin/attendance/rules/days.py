"""On which day a slot is, and whether check-in may be opened."""

from __future__ import annotations

from datetime import date


def may_open(day: date | None, today: date) -> bool:
    """From the slot's own day on; always where no day is set."""
    return day is None or day <= today
