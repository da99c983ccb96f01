"""What the two databases do differently, in one place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connections, router
from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)
# So many rows go in one plain statement: COPY costs more to begin than they cost to add.
_FEW = 40


def lock(rows: QuerySet[M]) -> QuerySet[M]:
    """The same rows, locked until the transaction ends.

    PostgreSQL locks the rows. SQLite has no row locks: there every transaction begins IMMEDIATE,
    so that the transaction itself is the lock (settings, `transaction_mode`).
    """
    if connections[rows.db].features.has_select_for_update:
        return rows.select_for_update(of=("self",))
    return rows


def keep(rows: QuerySet[M]) -> None:
    """Let these rows stay as they are until the transaction ends: whoever locks them waits, who keeps them too does not.

    For `rows` of one table. Nothing to do on SQLite, see `lock`.
    """
    if not connections[rows.db].features.has_select_for_update:
        return
    words, values = rows.order_by("pk").values("pk").query.sql_with_params()
    with connections[rows.db].cursor() as cursor:
        cursor.execute(f"{words} FOR SHARE", values)


def prepared_cursor(connection: Any) -> Any:
    """A cursor for statements that are the same at every tap: PostgreSQL reads and plans each once a connection, and is
    then only handed the values. Counted and logged as any other. SQLite keeps what it has prepared by itself.
    """
    if connection.vendor != "postgresql":
        return connection.cursor()
    connection.ensure_connection()
    cursor = _preparing()(connection.connection)
    return connection.make_debug_cursor(cursor) if connection.queries_logged else connection.make_cursor(cursor)


@lru_cache(maxsize=1)
def _preparing() -> Any:
    """psycopg is asked for only where it is used: SQLite does without."""
    from psycopg import Cursor

    class Preparing(Cursor[Any]):
        """Prepares what it executes at the first time."""

        def execute(self, query: Any, params: Any = None, **more: Any) -> Any:
            """As psycopg's own."""
            return super().execute(query, params, prepare=True, **more)

    return Preparing


def insert_rows(model: type[M], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add very many plain rows at once: `names` are the model's fields (`unit` with the id in the row), all that have no
    default in the database. No instances are made, no ids come back; the database's constraints hold as always.

    PostgreSQL takes many by COPY, SQLite by one prepared statement: several times as fast as `bulk_create`.
    """
    connection = connections[router.db_for_write(model)]
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    ready = [(index, _ready(field, connection)) for index, field in enumerate(fields) if not _is_plain(field)]
    prepared = [_prepared(list(row), ready) for row in rows]
    if not prepared:
        return
    with connection.cursor() as cursor:
        if len(prepared) <= _FEW:
            one = f"({', '.join(['%s'] * len(names))})"
            values = ", ".join([one] * len(prepared))
            cursor.execute(
                f"INSERT INTO {table} ({columns}) VALUES {values}", [each for row in prepared for each in row]
            )
        elif connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in prepared:
                    copy.write_row(row)
        else:
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({', '.join(['%s'] * len(names))})", prepared)


def _prepared(row: list[Any], ready: list[tuple[int, Callable[[Any], Any]]]) -> list[Any]:
    for index, prepare in ready:
        row[index] = prepare(row[index])
    return row


def _is_plain(field: Any) -> bool:
    return field.get_internal_type() in {"CharField", "TextField", "BigIntegerField", "ForeignKey", "IntegerField"}


def _ready(field: Any, connection: Any) -> Callable[[Any], Any]:
    """How a value of this field is handed to the database; days and moments come again and again."""
    if field.get_internal_type() == "JSONField":
        return lambda value: json.dumps(value, cls=DjangoJSONEncoder) if value else "{}"
    if field.get_internal_type() in {"DateField", "DateTimeField"}:
        return lru_cache(maxsize=20_000)(lambda value: field.get_db_prep_save(value, connection))
    return lambda value: field.get_db_prep_save(value, connection)


def as_day(value: Any) -> date | None:
    """A day that a statement written by hand gave back: SQLite keeps days as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
