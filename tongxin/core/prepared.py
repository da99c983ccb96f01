"""Queries whose statement is put together once: for the few that stand in the path of every tap.

Django builds the SQL of a query anew each time, which costs several times what a small query takes to run. A `Prepared` builds
it once a thread from an ordinary query set, and afterwards only fills in the ids.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import local
from typing import Any

from django.db import connections
from django.db.models import QuerySet

from tongxin.core.database import prepared_cursor

# No id is negative, so these mark the places of what is asked for.
_FIRST_MARK = -(10**12)
# No column of ids holds more; a database's driver fails on it.
_MOST = 2**63 - 1


class Prepared:
    """`build` takes `count` whole numbers (ids) and gives a `values_list` query set; see the module.

    With `locks` the rows are locked until the transaction ends, as `core.database.lock` does it.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], count: int = 1, *, locks: bool = False) -> None:
        self._build, self._marks, self._locks = build, [_FIRST_MARK - number for number in range(count)], locks
        self._kept = local()

    def rows(self, *given: int | None) -> list[Sequence[Any]]:
        """The rows for these ids, as the query set would give them; none where an id is too large for any column."""
        if any(each is not None and each > _MOST for each in given):
            return []
        sql, params, compiler, converters, connection = self._statement()
        filled = dict(zip(self._marks, given, strict=True))
        with prepared_cursor(connection) as cursor:
            cursor.execute(sql, [filled.get(param, param) if isinstance(param, int) else param for param in params])
            found = cursor.fetchall()
        return list(map(tuple, compiler.apply_converters(found, converters))) if converters else list(found)

    def first(self, *given: int | None) -> Sequence[Any] | None:
        """The first row; None where there is none."""
        return next(iter(self.rows(*given)), None)

    def _statement(self) -> tuple[Any, ...]:
        kept: tuple[Any, ...] | None = getattr(self._kept, "statement", None)
        if kept is None or kept[-1] is not connections[kept[-1].alias]:
            query = self._build(*self._marks)
            connection = connections[query.db]
            compiler = query.query.get_compiler(connection=connection)
            sql, params = compiler.as_sql()
            if self._locks and connection.features.has_select_for_update:
                sql += f" FOR UPDATE OF {connection.ops.quote_name(query.model._meta.db_table)}"
            converters = compiler.get_converters([column[0] for column in compiler.select])
            kept = self._kept.statement = (sql, [_plain(param) for param in params], compiler, converters, connection)
        return kept


def _plain(param: Any) -> Any:
    """The number behind what a database adapter wrapped."""
    return int(param) if isinstance(param, int) else param
