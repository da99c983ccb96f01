"""How a link stands."""

from __future__ import annotations

from datetime import datetime
from typing import Final

OPEN, ANSWERED, EXPIRED, REVOKED = "open", "answered", "expired", "revoked"
LONGEST_DAYS: Final = 60


def standing(now: datetime, expires_at: datetime, revoked_at: datetime | None, answered_at: datetime | None) -> str:
    """`revoked` before `expired` before `answered`; the last one may still be answered again."""
    if revoked_at is not None:
        return REVOKED
    if expires_at <= now:
        return EXPIRED
    return ANSWERED if answered_at is not None else OPEN


def works(state: str) -> bool:
    """Whether the link still opens."""
    return state in (OPEN, ANSWERED)
