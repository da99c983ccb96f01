"""How far a round is handed out: in all, by unit, by hour, by pack."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.db.models.functions import TruncHour

from tongxin.choosing.queries.chosen import chosen
from tongxin.collecting.access import Reach
from tongxin.collecting.models import Receipt
from tongxin.welfare.models import Entitled, Pack


@dataclass(frozen=True)
class OfUnit:
    """A unit's people and how many of them have theirs."""

    unit: str
    pk: int
    got: int
    due: int


@dataclass(frozen=True)
class OfPack:
    """How many of a pack are due and how many went."""

    pack: Pack
    due: int
    given: int

    @property
    def left(self) -> int:
        """How many still have to be handed out."""
        return max(0, self.due - self.given)


@dataclass(frozen=True)
class Hour:
    """How many went in an hour, and its share of the busiest in per cent."""

    at: datetime
    count: int
    share: int


@dataclass(frozen=True)
class Progress:
    """The whole of it, as far as the reader hands out."""

    got: int
    due: int
    units: list[OfUnit]
    hours: list[Hour]
    packs: list[OfPack]

    @property
    def left(self) -> int:
        """How many have not got theirs."""
        return self.due - self.got


def tally(reach: Reach) -> tuple[int, int]:
    """How many have theirs, of how many. One query."""
    rows = Entitled.objects.filter(Entitled.standing(), reach.condition(), round=reach.round)
    found = rows.aggregate(due=Count("pk", distinct=True), got=Count("receipts", filter=Q(receipts__undone_at=None)))
    return found["got"], found["due"]


def progress_of(reach: Reach) -> Progress:
    """Counts by unit, hour and pack. A fixed number of queries."""
    rows = Entitled.objects.filter(Entitled.standing(), reach.condition(), round=reach.round)
    counted = rows.values_list("unit", "unit__short_name", "unit__name").annotate(
        due=Count("pk", distinct=True), got=Count("receipts", filter=Q(receipts__undone_at=None))
    )
    units = [
        OfUnit(short or name or "", pk or 0, got, due) for pk, short, name, due, got in counted.order_by("unit__path")
    ]
    return Progress(
        sum(unit.got for unit in units), sum(unit.due for unit in units), units, _hours(reach), _packs(reach)
    )


def _standing(reach: Reach) -> Q:
    return Q(entitled__round=reach.round, undone_at=None) & reach.condition("entitled__unit__path")


def _hours(reach: Reach) -> list[Hour]:
    rows = Receipt.objects.filter(_standing(reach)).order_by().annotate(hour=TruncHour("at"))
    counts = sorted(rows.values_list("hour").annotate(count=Count("pk")))
    most = max((count for _hour, count in counts), default=0)
    return [Hour(at, count, round(count * 100 / most)) for at, count in counts[-24:]]


def _packs(reach: Reach) -> list[OfPack]:
    people = None
    if not reach.is_whole:
        people = list(Entitled.objects.filter(reach.condition(), round=reach.round).values_list("person", flat=True))
    due = Counter(chosen(reach.round, people).values())
    rows = Receipt.objects.filter(_standing(reach)).order_by().values_list("pack")
    given = dict(rows.annotate(count=Count("pk")))
    packs = Pack.objects.filter(round=reach.round)
    return [OfPack(pack, due[pack.pk], given.get(pack.pk, 0)) for pack in packs]
