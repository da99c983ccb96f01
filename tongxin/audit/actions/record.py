"""Write the one entry of an act, inside the act's transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import Model

from tongxin.audit.models import Entry


class Who(Protocol):
    """What the trail needs to know of an actor."""

    @property
    def user_id(self) -> int | None: ...
    @property
    def label(self) -> str: ...
    @property
    def hat(self) -> str: ...


class NotInTransaction(RuntimeError):
    """An entry may only be written with its act, in one transaction."""


def record(
    *,
    actor: Who,
    now: datetime,
    act: str,
    thing: Model,
    unit: Any = None,
    label: str = "",
    reason: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Entry:
    """Add the entry of an act: `act` is dotted and stable (`activities.postpone`), `thing` what it was done to.

    `unit` (anything with a `path`) says below which unit the entry may be read. Refuses to work outside a transaction.
    """
    if not connection.in_atomic_block:
        raise NotInTransaction(act)
    return Entry.objects.create(
        at=now,
        user_id=actor.user_id,
        who=actor.label,
        hat=actor.hat,
        act=act,
        thing_type=thing._meta.label_lower,
        thing_id=str(thing.pk),
        thing_label=(label or str(thing))[:200],
        unit_path=getattr(unit, "path", ""),
        reason=reason[:400],
        before=plain(before),
        after=plain(after),
    )


def plain(state: Mapping[str, Any] | None) -> dict[str, Any]:
    """The state as plain JSON: what is stored is what was hashed, on every database."""
    plain: dict[str, Any] = json.loads(json.dumps(dict(state or {}), cls=DjangoJSONEncoder))
    return plain
