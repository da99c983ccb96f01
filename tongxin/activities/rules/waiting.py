"""What waits for those who run an activity."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

PUBLISH_AHEAD: Final = timedelta(days=14)
OPEN_LONG: Final = timedelta(days=60)


def waits_for(
    state: str, starts_on: date | None, ends_on: date | None, postponed_on: date | None, today: date
) -> str | None:
    """The act that waits: `finish` when its day is over, `publish` within 14 days before it,
    `postpone` when it has been put off without a date for more than 60 days; None where nothing does."""
    last = ends_on or starts_on
    if state == "postponed" and last is None:
        return "postpone" if postponed_on is not None and today - postponed_on > OPEN_LONG else None
    if state in ("planned", "published", "under_way", "postponed") and last is not None and last < today:
        return "finish"
    if state in ("planned", "postponed") and starts_on is not None and starts_on - today <= PUBLISH_AHEAD:
        return "publish"
    return None
