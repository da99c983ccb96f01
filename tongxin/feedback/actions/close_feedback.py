"""End the boxes whose time is over."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.feedback.models import Box
from tongxin.org.actor import shell_actor

AT_ONCE: Final = 100


@transaction.atomic
def close_feedback(*, now: datetime) -> int:
    """Close every box whose 14 days have passed, for the worker; the number closed. What was not shown stays unshown."""
    over = Box.objects.filter(closed_at=None, closes_at__lte=now).select_related("activity__unit").order_by("pk")
    boxes = list(lock(over)[:AT_ONCE])
    for box in boxes:
        box.closed_at = now
        box.save(update_fields=["closed_at"])
        record(
            actor=shell_actor("work"), now=now, act="feedback.close", thing=box.activity, unit=box.activity.unit,
            after={"shown": box.shown.total, "asked": box.asked},
        )  # fmt: skip
    return len(boxes)
