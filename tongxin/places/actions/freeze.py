"""Settle the list: nobody signs up, leaves or moves up any more, but by an officer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.places.actions.holding import held
from tongxin.places.models import Pool


@transaction.atomic
def freeze(*, actor: Any, now: datetime, pool: Pool) -> Pool:
    """Freeze the list; frozen twice it is frozen once."""
    kept = held(pool.pk)
    if kept.frozen_at is None:
        kept.frozen_at = now
        kept.save(update_fields=["frozen_at"])
        after = {"frozen_at": now, "taken": kept.taken, "queued": kept.queued}
        record(actor=actor, now=now, act="places.freeze", thing=kept, unit=kept.unit, after=after)
    return kept


@transaction.atomic
def unfreeze(*, actor: Any, now: datetime, pool: Pool, reason: str = "") -> Pool:
    """Open the list again; who waits moves up where something is free."""
    from tongxin.places.actions.promote import promote

    kept = held(pool.pk)
    if kept.frozen_at is not None:
        before = {"frozen_at": kept.frozen_at}
        kept.frozen_at = None
        kept.save(update_fields=["frozen_at"])
        record(actor=actor, now=now, act="places.unfreeze", thing=kept, unit=kept.unit, reason=reason, before=before)
        promote(kept, actor=actor, now=now)
    return kept
