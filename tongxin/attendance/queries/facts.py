"""What the door must know of a slot: whose activity, who is on the list, whether check-in is open. One query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import cached_property, lru_cache
from typing import Any, Final

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet, Subquery

from tongxin.attendance.models import Expected
from tongxin.attendance.queries.secret import secret_of
from tongxin.restrictions.models import Restriction
from tongxin.signups.models import Slot

# An id that no slot has: it marks the place of the asked one in the statement.
_ASKED: Final = -1


class Source(Enum):
    """Where the list of a slot comes from: places in a pool, people expected, or nowhere (whoever comes is welcome)."""

    PLACES = "places"
    EXPECTED = "expected"
    OPEN = "open"


@dataclass(frozen=True)
class SlotFacts:
    """A slot as the door sees it. `pool` is its own, else that of the whole activity (`whole_pool`); `guarded` whether any
    restriction of the installation may keep doors shut: which one and whether this one is asked only then."""

    slot: int
    activity: int
    title: str
    state: str
    unit_path: str
    own_pool: int | None
    whole_pool: int | None
    expects: bool
    guarded: bool
    opened_at: datetime | None
    closed_at: datetime | None

    @property
    def pool(self) -> int | None:
        """The pool whose places count here."""
        return self.own_pool or self.whole_pool

    @property
    def source(self) -> Source:
        """Where the list comes from."""
        if self.pool is not None:
            return Source.PLACES
        return Source.EXPECTED if self.expects else Source.OPEN

    @property
    def is_open(self) -> bool:
        """Whether people can check in now."""
        return self.opened_at is not None and self.closed_at is None

    @cached_property
    def secret(self) -> bytes:
        """What its codes are keyed by."""
        return secret_of(self.slot)


def facts_of(slot: int) -> SlotFacts | None:
    """One slot; None where there is none. Asked at every scan, so its statement is put together once."""
    sql, params = _statement(connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sql, [slot if param == _ASKED else param for param in params])
        row: Any = cursor.fetchone()
    if row is None:
        return None
    *plain, expects, guarded, opened_at, closed_at = row
    values: list[Any] = [*plain, bool(expects), bool(guarded), _aware(opened_at), _aware(closed_at)]
    return SlotFacts(*values)


def facts(slots: QuerySet[Slot]) -> list[SlotFacts]:
    """Several slots, in their order."""
    return [SlotFacts(*row) for row in _rows(slots)]


def _rows(slots: QuerySet[Slot]) -> Any:
    whole = Slot.objects.filter(activity=OuterRef("activity"), kind=Slot.Kind.WHOLE).values("pool")[:1]
    return slots.values_list(
        "pk", "activity", "activity__title", "activity__state", "activity__unit__path", "pool", Subquery(whole),
        Exists(Expected.objects.filter(slot=OuterRef("pk"))),
        Exists(Restriction.objects.filter(severity=Restriction.Severity.BLOCK, ended_on=None)), "sheet__opened_at", "sheet__closed_at",
    )  # fmt: skip


@lru_cache
def _statement(vendor: str) -> tuple[str, tuple[Any, ...]]:
    """The statement for one slot and its parameters, `_ASKED` where the slot's id goes."""
    sql, params = _rows(Slot.objects.filter(pk=_ASKED).order_by()).query.get_compiler(connection=connection).as_sql()
    return sql, tuple(params)


def _aware(moment: datetime | None) -> datetime | None:
    """SQLite keeps moments in UTC without saying so."""
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment
