"""Reading the chain: what is to be sealed, what is sealed, and whether it still holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import Any

from tongxin.audit.models import Batch, Entry, Sealed
from tongxin.audit.rules.chain import GENESIS, digest


@dataclass(frozen=True)
class ChainState:
    """What `doctor` reports: links, sealed entries, entries still to be sealed, the newest digest, what is broken."""

    batches: int
    sealed: int
    waiting: int
    head: str
    broken: tuple[str, ...]


def facts(entry: Entry) -> dict[str, Any]:
    """An entry as it is hashed: every column, times in UTC to the microsecond."""
    return {
        "id": entry.pk,
        "ref": str(entry.ref),
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "user": entry.user_id,
        "who": entry.who,
        "hat": entry.hat,
        "act": entry.act,
        "thing": [entry.thing_type, entry.thing_id, entry.thing_label],
        "unit": entry.unit_path,
        "reason": entry.reason,
        "before": entry.before,
        "after": entry.after,
    }


def verify() -> ChainState:
    """Recompute every link. Memory holds one batch at a time.

    Broken means: an entry altered, taken out or put in, a link altered, or a link whose predecessor is another.
    """
    broken: list[str] = []
    previous, batches, sealed = GENESIS, 0, 0
    for batch in Batch.objects.order_by("id").iterator():
        rows = Sealed.objects.filter(batch=batch).order_by("place").select_related("entry")
        entries = [row.entry for row in rows]
        if batch.previous != previous:
            broken.append(f"batch {batch.pk}: does not follow the batch before it")
        if len(entries) != batch.count or digest(batch.previous, map(facts, entries)) != batch.digest:
            broken.append(f"batch {batch.pk}: its entries were altered")
        previous, batches, sealed = batch.digest, batches + 1, sealed + len(entries)
    waiting = Entry.objects.filter(sealed=None).count()
    return ChainState(batches, sealed, waiting, previous, tuple(broken))
