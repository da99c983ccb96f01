"""How a line comes into the ledger, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from django.db import transaction

from tongxin.goods.models import Scope
from tongxin.org.actor import Actor
from tongxin.purchases.models import Purchase

COPIED: Final = (
    "unit_id", "year", "on", "round_id", "pack_id", "item_id", "supplier_id", "product_id", "what", "payer", "purpose", "heads", "county",
    "village", "proof", "invoice_id", "order_no",
)  # fmt: skip


def put_in(*, actor: Actor, now: datetime, scopes: list[Scope], **fields: Any) -> Purchase:
    """A line that has been checked. The caller holds the transaction and leaves the entry."""
    assert transaction.get_connection().in_atomic_block
    return _sealed(Purchase(at=now, by=actor.label, year=fields["on"].year, **fields), scopes)


def counter(*, actor: Actor, now: datetime, line: Purchase, words: str) -> Purchase:
    """The same with the amount and count below nothing, on the same day and in the same scopes: together they are nothing."""
    same = {name: getattr(line, name) for name in COPIED}
    made = Purchase(**same, fen=-line.fen, count=-line.count, words=words, corrects=line, at=now, by=actor.label)
    return _sealed(made, line.scopes.all())


def told(line: Purchase) -> dict[str, Any]:
    """The line as the trail keeps it."""
    names = (
        "on",
        "what",
        "fen",
        "count",
        "payer",
        "county",
        "round_id",
        "pack_id",
        "supplier_id",
        "invoice_id",
        "order_no",
    )
    kept = {name: getattr(line, name) for name in names}
    return {**kept, "count": str(Decimal(line.count)), "scopes": sorted(line.scopes.values_list("pk", flat=True))}


def _sealed(line: Purchase, scopes: Iterable[Scope]) -> Purchase:
    """Written with the list of its scopes, which is all that the database will ever let in for it."""
    chosen = list(scopes)
    line.sealed = sorted({scope.pk for scope in chosen})
    line.save(force_insert=True)
    line.scopes.set(chosen)
    return line
