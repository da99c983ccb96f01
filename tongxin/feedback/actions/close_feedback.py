"""End the boxes whose time is over."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.ballots.actions import close_due
from tongxin.feedback.models import Box
from tongxin.org.actor import shell_actor


@transaction.atomic
def close_feedback(*, now: datetime) -> int:
    """Close every box whose 14 days have passed, for the worker; the number closed. What was not shown stays unshown."""
    boxes = close_due(Box.objects.select_related("activity__unit"), now)
    for box in boxes:
        record(
            actor=shell_actor("work"), now=now, act="feedback.close", thing=box.activity, unit=box.activity.unit,
            after={"shown": box.shown.total, "asked": box.asked},
        )  # fmt: skip
    return len(boxes)
