"""What the door must know of a slot: whose activity, who is on the list, whether check-in is open. One query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from tongxin.attendance.models import Expected
from tongxin.attendance.queries.secret import secret_of
from tongxin.signups.models import Slot


class Source(Enum):
    """Where the list of a slot comes from: places in a pool, people expected, or nowhere (whoever comes is welcome)."""

    PLACES = "places"
    EXPECTED = "expected"
    OPEN = "open"


@dataclass(frozen=True)
class SlotFacts:
    """A slot as the door sees it. `pool` is its own, else that of the whole activity (`whole_pool`)."""

    slot: int
    activity: int
    title: str
    state: str
    unit_path: str
    own_pool: int | None
    whole_pool: int | None
    expects: bool
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
    """One slot; None where there is none."""
    return next(iter(facts(Slot.objects.filter(pk=slot))), None)


def facts(slots: QuerySet[Slot]) -> list[SlotFacts]:
    """Several slots, in their order."""
    whole = Slot.objects.filter(activity=OuterRef("activity"), kind=Slot.Kind.WHOLE).values("pool")[:1]
    rows: Any = slots.values_list(
        "pk", "activity", "activity__title", "activity__state", "activity__unit__path", "pool", Subquery(whole),
        Exists(Expected.objects.filter(slot=OuterRef("pk"))), "sheet__opened_at", "sheet__closed_at",
    )  # fmt: skip
    return [SlotFacts(*row) for row in rows]
