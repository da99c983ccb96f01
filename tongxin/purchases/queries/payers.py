"""What the rules say of a payer for a round's goods."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.db.models import Count, Sum

from tongxin.purchases.models import Purchase
from tongxin.rulebook.queries import check
from tongxin.rulebook.queries.check import Findings
from tongxin.welfare.models import Entitled, Round

OCCASION = "festival"
KIND = "实物"
ASSISTANCE = "扶贫产品"


def check_payer(round: Round, payer: str, fen: int, *, assistance: bool = False) -> Findings:
    """The findings if `payer` paid `fen` more for the round, on the day it is given. Five queries."""
    return check(round.unit, OCCASION, facts_of(round, payer, fen, assistance=assistance), round.gives_on)


def facts_of(round: Round, payer: str, fen: int, *, assistance: bool = False) -> dict[str, Any]:
    """The facts: what the payer has spent for one head of this round and, with the others of its year, for one in the year.

    While nobody knows how many are entitled, sums for one head are left out and hold nobody up.
    """
    spent, heads = _of_year(round, payer)
    spent[round.pk] = spent.get(round.pk, 0) + fen
    facts: dict[str, Any] = {"payer": {payer}, "kind": KIND}
    if round.festival:
        facts["festival"] = round.festival
    if assistance:
        facts["goods"] = {ASSISTANCE}
    if heads.get(round.pk):
        facts["heads"] = heads[round.pk]
        facts["fen_per_head"] = Fraction(spent[round.pk], heads[round.pk])
        facts["year_fen"] = sum((Fraction(sum_, heads[pk]) for pk, sum_ in spent.items() if heads.get(pk)), Fraction(0))
    return facts


def _of_year(round: Round, payer: str) -> tuple[dict[int, int], dict[int, int]]:
    """By round of the unit's year: fen of this payer, and how many are entitled."""
    rounds = Round.objects.filter(unit=round.unit_id, year=round.year)
    lines = Purchase.objects.filter(round__in=rounds, payer=payer).order_by()
    spent = dict(lines.values_list("round").annotate(fen=Sum("fen")))
    entitled = Entitled.objects.filter(Entitled.standing(), round__in=rounds).order_by()
    heads = dict(entitled.values_list("round").annotate(n=Count("pk")))
    return spent, heads
