"""The rounds that rules were held against, for “what would differ”."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from tongxin.org.access import inside
from tongxin.org.models import Unit
from tongxin.rulebook.hooks import Case
from tongxin.ui.words import colon
from tongxin.welfare.models import Payer, Round, Share
from tongxin.welfare.queries.exempted import exemptions_of_several
from tongxin.welfare.queries.judging import COUNTED, given_by_several
from tongxin.welfare.rules.facts import OCCASION, facts_of
from tongxin.welfare.rules.yearly import most_along

State = Round.State


def cases(unit: Unit, occasion: str, since: date) -> Iterator[Case]:
    """Each share of the rounds in and below the unit from that day on, called off ones left out. Seven queries."""
    if occasion != OCCASION:
        return
    rows = Round.objects.filter(inside(unit, "unit__path"), gives_on__gte=since).exclude(state=State.CANCELLED)
    rounds = list(rows.select_related("unit").order_by("gives_on", "pk"))
    given, sums = given_by_several(rounds), _sums({each.year for each in rounds})
    decided = exemptions_of_several(rounds)
    for round in rounds:
        for payer, fen in given[round.pk].shares:
            others = _others(round, payer, fen, sums)
            label, url = colon(round.title, Payer(payer).label), reverse("welfare:round", args=[round.pk])
            closed = round.state == State.CLOSED
            facts = facts_of(given[round.pk], payer, fen, others)
            exempt = tuple(each for each in decided[round.pk] if each.part == payer)
            yield Case(label, round.unit, OCCASION, round.gives_on, facts, closed, url, exempt)


# (year, payer) → path of the unit that gives → fen a head.
Sums = dict[tuple[int, str], Counter[str]]


def _sums(years: set[int]) -> Sums:
    """What the approved festival rounds of these years give. One query."""
    rows = Share.objects.filter(round__year__in=years, round__state__in=COUNTED).exclude(round__festival="")
    found: Sums = {}
    for year, payer, path, fen in rows.values_list("round__year", "payer", "round__unit__path", "fen"):
        found.setdefault((year, payer), Counter())[path or ""] += fen
    return found


def _others(round: Round, payer: str, fen: int, sums: Sums) -> int:
    """As `judging.year_sums`: its own share of `fen` stands in every sum along its unit."""
    own = fen if round.festival and round.state in COUNTED else 0
    return most_along(round.unit.path or "", sums.get((round.year, payer), Counter())) - own
