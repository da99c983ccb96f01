"""Write the entries of an act that touched many things at once: one for each, in one statement a thousand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Model

from tongxin.audit.actions.record import NotInTransaction, Who, plain
from tongxin.audit.models import Entry


@dataclass(frozen=True)
class Touched:
    """One thing an act touched."""

    thing: Model
    unit_path: str
    after: dict[str, Any]
    before: dict[str, Any] = field(default_factory=dict)


def record_many(*, actor: Who, now: datetime, act: str, touched: Iterable[Touched], reason: str = "") -> None:
    """Add an entry for each thing touched. Refuses to work outside a transaction."""
    if not connection.in_atomic_block:
        raise NotInTransaction(act)
    Entry.objects.bulk_create(
        (
            Entry(
                at=now, user_id=actor.user_id, who=actor.label, hat=actor.hat, act=act,
                thing_type=one.thing._meta.label_lower, thing_id=str(one.thing.pk), thing_label=str(one.thing)[:200],
                unit_path=one.unit_path, reason=reason[:400], before=plain(one.before), after=plain(one.after),
            )
            for one in touched
        ),
        batch_size=1000,
    )  # fmt: skip
