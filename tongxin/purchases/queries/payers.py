"""What the rules say of a payer: for a round's goods, and for a line that belongs to no round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any, Final

from django.db.models import Count, Sum

from tongxin.org.models import Unit
from tongxin.purchases.models import Purchase
from tongxin.purchases.rules import occasions
from tongxin.rulebook.models import Exemption, Rule
from tongxin.rulebook.queries import check
from tongxin.rulebook.queries.check import Finding, Findings, found_among
from tongxin.rulebook.queries.exemptions import standing
from tongxin.rulebook.queries.rows import rules_of
from tongxin.welfare.models import Entitled, Round
from tongxin.welfare.queries.exempted import exemptions_of

OCCASION = "festival"
KIND = "实物"
ASSISTANCE = "扶贫产品"
# What an exemption of a line is kept under.
SUBJECT: Final = "purchase"
# What needs no occasion to be judged: it is in the line itself.
BY_ITSELF: Final = "kind_in_set"
UNSAID: Final = ("occasion",)


def check_payer(round: Round, payer: str, fen: int, *, assistance: bool = False) -> Findings:
    """The findings if `payer` paid `fen` more for the round, on the day it is given; what a committee let through of the round is
    let through of its lines too. Eight queries.
    """
    facts = facts_of(round, payer, fen, assistance=assistance)
    decided = [each for each in exemptions_of(round) if each.part == payer]
    return check(round.unit, OCCASION, facts, round.gives_on, exemptions=decided)


def facts_of(round: Round, payer: str, fen: int, *, assistance: bool = False) -> dict[str, Any]:
    """The facts: what the payer has spent for one head of this round and, with the others of its year, for one in the year.

    While nobody knows how many are entitled, sums for one head are left out and hold nobody up.
    """
    spent, heads = _of_year(round.unit_id, round.year, payer)
    spent[round.pk] = spent.get(round.pk, 0) + fen
    facts: dict[str, Any] = {"payer": {payer}, "kind": KIND}
    if round.festival:
        facts["festival"] = round.festival
    if assistance:
        facts["goods"] = {ASSISTANCE}
    if heads.get(round.pk):
        facts["heads"] = heads[round.pk]
        facts["fen_per_head"] = Fraction(spent[round.pk], heads[round.pk])
        facts["year_fen"] = _each(spent, heads) + loose_fen(round.unit_id, round.year, payer)
    return facts


@dataclass(frozen=True)
class Loose:
    """A line that belongs to no round, as far as rules ask: `fen` for `heads` people (None: nobody said), `purpose` and `what`
    in words. `pk` where it is in the ledger already.
    """

    on: date
    payer: str
    fen: int
    what: str
    purpose: str = ""
    heads: int | None = None
    assistance: bool = False
    pk: int | None = None


def loose_of(line: Purchase, *, assistance: bool) -> Loose:
    """A line of the ledger."""
    return Loose(line.on, line.payer, line.fen, line.what, line.purpose, line.heads, assistance, line.pk)


def check_loose(unit: Unit, line: Loose) -> Findings:
    """The findings of one line, with what a committee let through of it. Eight queries at most."""
    decided = standing(SUBJECT, [line.pk]) if line.pk is not None else ()
    return Judging(unit).of(line, decided)


class Judging:
    """Holds lines of no round against the rules of a unit; rules are fetched once, a year's sums once for each payer.

    The occasion is what the purpose names. Where it names none, only what lies in the line itself is judged (cash, cards,
    vouchers); the rules of gifts are told as not judged, and so is whatever else they would have to know.
    """

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self._rules: dict[str, list[Rule]] | None = None
        self._sums: dict[tuple[int, str], Fraction] = {}

    def of(self, line: Loose, decided: Iterable[Exemption] = ()) -> Findings:
        """The findings of a line that is not in the year's sums yet."""
        named = occasions.named(line.purpose)
        rules = self._of_occasion(named.key if named else OCCASION)
        found = found_among(rules, self._facts(line, named), line.on, exemptions=decided)
        return found if named else Findings(tuple(map(_without_occasion, found.all)))

    def count(self, line: Loose) -> None:
        """The line stands from now on: the next ones are judged on top of it."""
        named = occasions.named(line.purpose)
        if named and named.festival and line.heads:
            self._sums[line.on.year, line.payer] = self._year(line) + Fraction(line.fen, line.heads)

    def _facts(self, line: Loose, named: occasions.Occasion | None) -> dict[str, Any]:
        facts: dict[str, Any] = {
            "payer": {line.payer},
            "kind": occasions.kind(line.what, line.purpose),
            "total_fen": line.fen,
        }
        if line.assistance:
            facts["goods"] = {ASSISTANCE}
        if named and named.festival:
            facts["festival"] = named.festival
        if line.heads:
            facts |= {"heads": line.heads, "fen_per_head": Fraction(line.fen, line.heads)}
            if named and named.festival:
                facts["year_fen"] = self._year(line) + facts["fen_per_head"]
        return facts

    def _year(self, line: Loose) -> Fraction:
        key = line.on.year, line.payer
        if key not in self._sums:
            spent, heads = _of_year(self.unit.pk, *key)
            self._sums[key] = _each(spent, heads) + loose_fen(self.unit.pk, *key, besides=line.pk)
        return self._sums[key]

    def _of_occasion(self, key: str) -> list[Rule]:
        if self._rules is None:
            self._rules = defaultdict(list)
            for rule in rules_of(self.unit):
                self._rules[rule.occasion].append(rule)
        return self._rules[key]


def loose_fen(unit: int, year: int, payer: str, besides: int | None = None) -> Fraction:
    """What the lines of no round give one head in a year for festivals, as far as they say for how many people. One query."""
    rows = Purchase.objects.filter(unit=unit, year=year, payer=payer, round=None, heads__gt=0).exclude(purpose="")
    rows = rows.exclude(pk=besides) if besides is not None else rows
    sums = rows.order_by().values_list("purpose", "heads").annotate(fen=Sum("fen"))
    return sum((Fraction(fen, heads) for purpose, heads, fen in sums if _festive(purpose)), Fraction(0))


def _festive(purpose: str) -> bool:
    named = occasions.named(purpose)
    return named is not None and bool(named.festival)


def _without_occasion(finding: Finding) -> Finding:
    """What would have to be known first: for what it was bought."""
    if finding.rule.metric == BY_ITSELF:
        return finding
    return replace(finding, holds=None, value="", measured=None, missing=UNSAID, exemption=None)


def _each(spent: dict[int, int], heads: dict[int, int]) -> Fraction:
    return sum((Fraction(fen, heads[pk]) for pk, fen in spent.items() if heads.get(pk)), Fraction(0))


def _of_year(unit: int, year: int, payer: str) -> tuple[dict[int, int], dict[int, int]]:
    """By round of the unit's year: fen of this payer, and how many are entitled. Two queries."""
    rounds = Round.objects.filter(unit=unit, year=year)
    lines = Purchase.objects.filter(round__in=rounds, payer=payer).order_by()
    spent = dict(lines.values_list("round").annotate(fen=Sum("fen")))
    entitled = Entitled.objects.filter(Entitled.standing(), round__in=rounds).order_by()
    heads = dict(entitled.values_list("round").annotate(n=Count("pk")))
    return spent, heads
