"""When a phone says something happened, and whether the door was open then."""

from __future__ import annotations

from datetime import datetime


def moment_of(said: datetime | None, opened_at: datetime, now: datetime) -> datetime:
    """When it happened, by a phone's clock that may be wrong: never before check-in was opened, never to come."""
    return now if said is None else min(max(said, opened_at), now)


def was_open(opened_at: datetime | None, closed_at: datetime | None, at: datetime) -> bool:
    """Whether check-in was open at that moment. What was scanned before it closed counts when it arrives later."""
    return opened_at is not None and opened_at <= at and (closed_at is None or at <= closed_at)
