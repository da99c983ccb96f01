"""The one act that a page offers first."""

from __future__ import annotations

from datetime import date
from typing import Final

_FIRST: Final[dict[str, str]] = {
    "idea": "plan",
    "planned": "publish",
    "published": "begin",
    "under_way": "finish",
    "cancelled": "reinstate",
    "merged": "reinstate",
}


def next_act(state: str, starts_on: date | None, today: date) -> str | None:
    """What to do next: record it once its day has come, give it a day while it has none; None while there is nothing to do."""
    if state in ("planned", "published", "postponed") and starts_on is not None and starts_on < today:
        return "finish"
    if state == "postponed":
        return "publish" if starts_on else "postpone"
    if state == "planned" and starts_on is None:
        return "move"
    if state == "published" and starts_on is not None and starts_on > today:
        return None
    return _FIRST.get(state)
