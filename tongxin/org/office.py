"""Office mode in the session: since when and until when the office hat is worn."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

UNTIL = "office_until"


def office_until(session: Any) -> datetime | None:
    """When office mode ends unless something is done before; None under the member's hat."""
    stamp = session.get(UNTIL)
    return datetime.fromisoformat(stamp) if stamp else None


def begin(session: Any, now: datetime, minutes: int) -> None:
    """Put the office hat on."""
    session[UNTIL] = (now + timedelta(minutes=minutes)).isoformat()


def prolong(session: Any, now: datetime, minutes: int) -> None:
    """Something was done: the rest begins anew. Written at most once a minute, to spare the session store."""
    until = now + timedelta(minutes=minutes)
    held = office_until(session)
    if held is None or until - held > timedelta(minutes=1):
        session[UNTIL] = until.isoformat()


def end(session: Any) -> None:
    """Take the office hat off."""
    session.pop(UNTIL, None)
