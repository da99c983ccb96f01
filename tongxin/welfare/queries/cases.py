"""The rounds that rules were held against, for “what would differ”."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from tongxin.org.access import inside
from tongxin.org.models import Unit
from tongxin.rulebook.hooks import Case
from tongxin.ui.words import colon
from tongxin.welfare.models import Payer, Round, Share
from tongxin.welfare.queries.judging import COUNTED, given_by_several
from tongxin.welfare.rules.facts import OCCASION, facts_of

State = Round.State


def cases(unit: Unit, occasion: str, since: date) -> Iterator[Case]:
    """Each share of the rounds in and below the unit from that day on, called off ones left out. Five queries."""
    if occasion != OCCASION:
        return
    rows = Round.objects.filter(inside(unit, "unit__path"), gives_on__gte=since).exclude(state=State.CANCELLED)
    rounds = list(rows.select_related("unit").order_by("gives_on", "pk"))
    given, sums = given_by_several(rounds), _sums({each.year for each in rounds})
    for round in rounds:
        for payer, fen in given[round.pk].shares:
            others = _others(round, payer, sums)
            label, url = colon(round.title, Payer(payer).label), reverse("welfare:round", args=[round.pk])
            closed = round.state == State.CLOSED
            facts = facts_of(given[round.pk], payer, fen, others)
            yield Case(label, round.unit, OCCASION, round.gives_on, facts, closed, url)


Sums = dict[tuple[int, int, str], list[tuple[int, int]]]


def _sums(years: set[int]) -> Sums:
    """(unit, year, payer) → (round, fen) of the approved festival rounds. One query."""
    rows = Share.objects.filter(round__year__in=years, round__state__in=COUNTED).exclude(round__festival="")
    found: Sums = {}
    for unit, year, payer, pk, fen in rows.values_list("round__unit", "round__year", "payer", "round", "fen"):
        found.setdefault((unit, year, payer), []).append((pk, fen))
    return found


def _others(round: Round, payer: str, sums: Sums) -> int:
    steps = [int(step) for step in (round.unit.path or "").split(".") if step]
    found = [each for step in steps for each in sums.get((step, round.year, payer), [])]
    return sum(fen for pk, fen in found if pk != round.pk)
