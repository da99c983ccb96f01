"""Write the entries of an act that touched many things at once: one for each, in one statement a thousand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import connection
from django.db.models import Model

from tongxin.audit.actions.record import NotInTransaction, Who
from tongxin.audit.models import Entry
from tongxin.core.database import insert_rows

COLUMNS = (
    "ref", "at", "user", "who", "hat", "act", "thing_type", "thing_id", "thing_label", "unit_path", "reason", "before",
    "after",
)  # fmt: skip


@dataclass(frozen=True)
class Thing:
    """What stands for a record where none was loaded: the dotted name of its model, its id, what it is called."""

    type: str
    pk: int
    label: str


@dataclass(frozen=True)
class Touched:
    """One thing an act touched; `actor` where it was somebody else's act than the rest (many taps in one transaction)."""

    thing: Model | Thing
    unit_path: str
    after: dict[str, Any]
    before: dict[str, Any] = field(default_factory=dict)
    actor: Who | None = None


def record_many(*, actor: Who, now: datetime, act: str, touched: Iterable[Touched], reason: str = "") -> None:
    """Add an entry for each thing touched. Refuses to work outside a transaction."""
    if not connection.in_atomic_block:
        raise NotInTransaction(act)
    insert_rows(Entry, COLUMNS, (_row(one, actor, (now, act), reason[:400]) for one in touched))


def _row(one: Touched, actor: Who, done: tuple[datetime, str], reason: str) -> Sequence[Any]:
    thing, by = one.thing, one.actor or actor
    who = (done[0], by.user_id, by.label, by.hat, done[1])
    if not isinstance(thing, Thing):
        thing = Thing(thing._meta.label_lower, thing.pk, str(thing))
    named = (thing.type, str(thing.pk), thing.label[:200])
    return (uuid4(), *who, *named, one.unit_path, reason, one.before, one.after)
