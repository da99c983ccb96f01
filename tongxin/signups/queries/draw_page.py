"""A draw as anybody of the union may see it: numbers, never names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tongxin.org.actor import Actor
from tongxin.places.models import Draw, Place, Pool
from tongxin.places.queries.drawn import drawn_order


@dataclass(frozen=True)
class Line:
    """An entry in the order of the draw."""

    rank: int
    key: int
    size: int
    tickets: int
    won: bool
    mine: bool


@dataclass(frozen=True)
class DrawPage:
    """`seed` is empty until the draw was held. `number` is the reader's own."""

    label: str
    commitment: str
    committed_at: datetime
    source: str
    word: str
    seed: str
    digest: str
    drawn_at: datetime | None
    drawn_by: str
    lines: list[Line]
    number: int | None

    @property
    def own(self) -> Line | None:
        """The reader's own line."""
        return next((line for line in self.lines if line.mine), None)


def draw_page(actor: Actor, pool: Pool, draw: Draw) -> DrawPage:
    """The page. Who won is computed from what is published, as anybody can; three queries."""
    drawn = draw.drawn_at is not None
    number = _number(actor, pool, drawn)
    return DrawPage(
        pool.label, draw.commitment, draw.committed_at, draw.source, draw.word, draw.seed if drawn else "", draw.roll_digest,
        draw.drawn_at, draw.drawn_by, _lines(pool, draw, number) if drawn else [], number,
    )  # fmt: skip


def _lines(pool: Pool, draw: Draw, number: int | None) -> list[Line]:
    won = set(draw.winners)
    return [
        Line(rank, each.key, each.size, each.tickets, each.key in won, each.key == number)
        for rank, each in enumerate(drawn_order(draw), 1)
    ]


def _number(actor: Actor, pool: Pool, drawn: bool) -> int | None:
    """The number the reader's entry bore in the draw: the smallest of its group."""
    place = pool.places.filter(person=actor.person_id).order_by("number").first()
    if place is None:
        return None
    if drawn:
        return place.entered_as
    if place.group_id is None:
        return place.number
    return Place.objects.filter(group=place.group_id).order_by("number").values_list("number", flat=True).first()
