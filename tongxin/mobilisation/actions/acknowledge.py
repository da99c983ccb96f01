"""A unit says that it has read its task."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.mobilisation.actions.holding import held_part
from tongxin.mobilisation.models import Handed
from tongxin.org.actor import Actor


@transaction.atomic
def acknowledge(*, actor: Actor, now: datetime, handed: Handed) -> Handed:
    """Read and understood; said twice it is said once. Refuses: `access.…`, `task.closed`."""
    held = held_part(actor, handed)
    if held.acknowledged_at is None:
        held.acknowledged_at, held.acknowledged_by = now, actor.name or actor.label
        held.save(update_fields=["acknowledged_at", "acknowledged_by"])
        record(
            actor=actor, now=now, act="mobilisation.acknowledge", thing=held.task, unit=held.unit, after={"unit": held.unit.code}
        )  # fmt: skip
    return held
