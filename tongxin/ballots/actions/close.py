"""End the boxes whose time is over."""

from __future__ import annotations

from datetime import datetime
from typing import Final, TypeVar

from django.db.models import QuerySet

from tongxin.ballots.models import BallotBox
from tongxin.core.database import lock

B = TypeVar("B", bound=BallotBox)
AT_ONCE: Final = 100


def close_due(boxes: QuerySet[B], now: datetime) -> list[B]:
    """Close those of these boxes whose days have passed, a hundred at a time; what was not shown stays unshown.

    The caller's act has the transaction and leaves the entries.
    """
    over = list(lock(boxes.filter(closed_at=None, closes_at__lte=now).order_by("pk"))[:AT_ONCE])
    for box in over:
        box.closed_at = now
        box.save(update_fields=["closed_at"])
    return over
