"""How far choosing has come: who chose what, who has not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from tongxin.choosing.access import is_open, is_over
from tongxin.choosing.models import Way
from tongxin.places.models import Place
from tongxin.welfare.access import may_run, people_to_read
from tongxin.welfare.models import Entitled, Pack, Round
from tongxin.welfare.queries.entitled import entitled_of


def place_of() -> Exists:
    """A condition on `Entitled`: there is a place in one of its round's packs."""
    live = Place.objects.filter(person=OuterRef("person"), pool__pack__round=OuterRef("round"), state=Place.State.HELD)
    return Exists(live.order_by())


def without_choice(round: Round) -> QuerySet[Entitled]:
    """Who is entitled and has chosen nothing, in the order of the list."""
    has = Place.objects.filter(bundle=round.packs_bundle, state=Place.State.HELD).order_by().values("person")
    return entitled_of(round).exclude(person__in=has)


def undecided(round: Round) -> QuerySet[Entitled]:
    """Who has still something to say: has no pack yet, or, where all get the one pack, has not said how it is to come."""
    if round.packs.filter(pool__isnull=False).exists():
        return without_choice(round)
    return entitled_of(round).filter(way=None)


def places_of_the_struck(round: Round) -> QuerySet[Place]:
    """Places of people who are not entitled any more."""
    standing = entitled_of(round).order_by().values("person")
    held = Place.objects.filter(bundle=round.packs_bundle, state=Place.State.HELD).exclude(person__in=standing)
    return held.select_related("pool__unit").order_by("pk")


@dataclass(frozen=True)
class PackLine:
    """One pack on the desk: how many there are and how many are chosen."""

    pack: Pack
    taken: int
    stock: int | None
    share: int

    @property
    def left(self) -> int | None:
        """How many are left; None where there is no limit."""
        return None if self.stock is None else self.stock - self.taken


@dataclass(frozen=True)
class Progress:
    """The panel of a round's desk: `entitled`, of whom `chose`; the rest gets the default, or got it."""

    round: Round
    lines: tuple[PackLine, ...]
    entitled: int
    chose: int
    delivery: int
    donation: int
    open: bool
    over: bool
    runs: bool

    @property
    def rest(self) -> int:
        """Who has none yet."""
        return self.entitled - self.chose

    @property
    def short(self) -> int:
        """How many come away with nothing: more are entitled than there are packs, where each kind is counted."""
        stocks = [line.stock for line in self.lines]
        if not stocks or None in stocks:
            return 0
        return max(0, self.entitled - sum(stock or 0 for stock in stocks))


def progress_of(actor: Any, round: Round, now: datetime) -> Progress | None:
    """The panel, where there is or was something to choose or a way to say. Three queries. Counts are of the whole round."""
    packs = list(round.packs.select_related("pool"))
    if round.state not in (Round.State.CHOOSING, Round.State.HANDING, Round.State.CLOSED):
        return None
    pooled = [pack for pack in packs if pack.pool is not None]
    if not pooled and not (round.delivers or round.donates_to):
        return None
    counts = entitled_of(round).order_by().select_related(None).aggregate(
        all=Count("pk"), delivery=Count("pk", filter=Q(way__kind=Way.Kind.DELIVERY)),
        donation=Count("pk", filter=Q(way__kind=Way.Kind.DONATION)),
    )  # fmt: skip
    taken = sum(pack.pool.taken for pack in pooled if pack.pool)
    return Progress(
        round, tuple(_line(pack, taken) for pack in pooled), counts["all"], taken if pooled else counts["all"],
        counts["delivery"], counts["donation"], is_open(round, now), is_over(round, now), may_run(actor, round),
    )  # fmt: skip


def _line(pack: Pack, whole: int) -> PackLine:
    assert pack.pool is not None
    taken = pack.pool.taken
    return PackLine(pack, taken, pack.pool.capacity, round_share(taken, whole))


def round_share(part: int, whole: int) -> int:
    """Per cent, to the nearest."""
    return round(100 * part / whole) if whole else 0


def choices_of(actor: Any, round: Round) -> QuerySet[Any]:
    """Everybody of a round whom the actor sees by name, with the pack chosen (`pack`, empty: none) and the way."""
    held = Place.objects.filter(bundle=round.packs_bundle, person=OuterRef("person"), state=Place.State.HELD).order_by()
    rows = entitled_of(round).filter(people_to_read(actor, round))
    return rows.annotate(pack=held.values("pool__pack")[:1], way_kind=F("way__kind"))
