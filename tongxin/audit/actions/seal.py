"""Chain what was recorded since the last time."""

from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction

from tongxin.audit.models import Batch, Entry, Sealed
from tongxin.audit.queries.chain import facts
from tongxin.audit.rules.chain import GENESIS, digest

BATCH = 500
SEALER_LOCK = 740_221


def seal(*, now: datetime) -> int:
    """Seal all entries that wait, in batches of 500; the number of entries sealed.

    One sealer at a time: an advisory lock on PostgreSQL, the IMMEDIATE transaction on SQLite.
    """
    total = 0
    while sealed := _seal_batch(now):
        total += sealed
    return total


@transaction.atomic
def _seal_batch(now: datetime) -> int:
    _only_one()
    entries = list(Entry.objects.filter(sealed=None).order_by("id")[:BATCH])
    if not entries:
        return 0
    last = Batch.objects.order_by("-id").first()
    previous = last.digest if last else GENESIS
    batch = Batch.objects.create(
        at=now, count=len(entries), previous=previous, digest=digest(previous, map(facts, entries))
    )
    Sealed.objects.bulk_create(Sealed(entry=entry, batch=batch, place=place) for place, entry in enumerate(entries))
    return len(entries)


def _only_one() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALER_LOCK])
