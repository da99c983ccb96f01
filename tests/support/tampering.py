"""Going round the triggers, as somebody with the database in hand could."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

GUARDED = (
    "audit_entry", "purchases_purchase_scopes", "purchases_purchase", "rulebook_withdrawal", "rulebook_exemption",
    "welfare_amendment", "welfare_judged",
)  # fmt: skip


@contextmanager
def unguarded() -> Iterator[None]:
    """The block may alter and delete by hand what is only added to; afterwards the triggers stand again."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Inserts earlier in the transaction leave checks waiting, before which no trigger may be changed.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in GUARDED:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_append_only")
            yield
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in GUARDED:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER {table}_append_only")
            return
        marks = ", ".join(["%s"] * len(GUARDED))
        cursor.execute(
            f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ({marks})", list(GUARDED)
        )
        triggers = cursor.fetchall()
        for name, _sql in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _name, sql in triggers:
            cursor.execute(sql)
