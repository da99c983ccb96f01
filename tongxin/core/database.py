"""What the two databases do differently, in one place."""

from __future__ import annotations

from typing import TypeVar

from django.db import connections
from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)


def lock(rows: QuerySet[M]) -> QuerySet[M]:
    """The same rows, locked until the transaction ends.

    PostgreSQL locks the rows. SQLite has no row locks: there every transaction begins IMMEDIATE,
    so that the transaction itself is the lock (settings, `transaction_mode`).
    """
    if connections[rows.db].features.has_select_for_update:
        return rows.select_for_update(of=("self",))
    return rows
