"""Who is asked, and for how long."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from tongxin.ballots.rules.showing import STEP

OPEN_DAYS: Final = 14
REMEMBERED_DAYS: Final = 60


def worth_asking(people: int, held: date, today: date) -> bool:
    """Whether an answer could ever be shown, and the people still remember: five or more came, 60 days ago at most."""
    return people >= STEP and today - held <= timedelta(days=REMEMBERED_DAYS)


def closes_at(opened_at: datetime) -> datetime:
    """When a box opened at that moment takes no more answers."""
    return opened_at + timedelta(days=OPEN_DAYS)


def is_open(closes_at: datetime, closed_at: datetime | None, now: datetime) -> bool:
    """Whether an answer is still taken."""
    return closed_at is None and now < closes_at
