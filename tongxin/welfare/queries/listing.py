"""The rounds of a year, for officers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from tongxin.org.actor import Actor
from tongxin.welfare.access import paths_to_read, rounds_of_office
from tongxin.welfare.models import Entitled, Pack, Round, Share
from tongxin.welfare.words import SHAPES


@dataclass(frozen=True)
class Line:
    """A round: how many get something (None: no list yet), fen a head and in all that are allowed."""

    pk: int
    title: str
    unit: str
    festival: str
    gives_on: date
    shape: str
    state: str
    people: int | None
    packs: int
    head_fen: int
    total_fen: int | None


def listing(actor: Actor, year: int) -> list[Line]:
    """All of the year that the actor reads, the latest first. One query."""
    people = Entitled.objects.filter(Entitled.standing(), round=OuterRef("pk")).order_by().values("round")
    shares = Share.objects.filter(round=OuterRef("pk")).order_by().values("round")
    packs = Pack.objects.filter(round=OuterRef("pk")).order_by().values("round")
    rows = Round.objects.filter(_seen(actor), year=year).select_related("unit").annotate(
        people=Coalesce(Subquery(people.annotate(n=Count("pk")).values("n")), 0),
        head_fen=Coalesce(Subquery(shares.annotate(n=Sum("fen")).values("n")), 0),
        kinds=Coalesce(Subquery(packs.annotate(n=Count("pk")).values("n")), 0),
    )  # fmt: skip
    return [_line(round) for round in rows]


def years(actor: Actor) -> list[int]:
    """Years with rounds that the actor reads, the latest first. One query."""
    rows = Round.objects.filter(_seen(actor)).order_by("-year")
    return list(rows.values_list("year", flat=True).distinct())


def _seen(actor: Actor) -> Q:
    return rounds_of_office(paths_to_read(actor))


def _line(round: Round) -> Line:
    people: int = getattr(round, "people", 0)
    head: int = getattr(round, "head_fen", 0)
    listed = round.drawn_up_at is not None
    return Line(
        round.pk, round.title, round.unit.called, round.festival, round.gives_on, SHAPES[round.state],
        str(round.get_state_display()), people if listed else None, getattr(round, "kinds", 0), head,
        head * people if listed else None,
    )  # fmt: skip
