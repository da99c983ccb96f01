"""The closed set of metrics: what a rule measures. Each is a pure function of facts; a rule's value is what it is held against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from tongxin.rulebook.rules.exact import DAYS, FEN, HEADS, NIGHTS, SHARE, TIMES, WORDS, Exact
from tongxin.rulebook.rules.facts import Facts, known

Measured = int | Fraction | tuple[str, ...] | None


@dataclass(frozen=True)
class Metric:
    """`take(facts, limit)` measures, None where facts are missing; `needs` names the facts told when it cannot."""

    key: str
    measure: str
    operator: str
    needs: tuple[str, ...]
    take: Callable[[Facts, Exact], Measured]


def _divided(whole: str, by: str, alone: str) -> Callable[[Facts, Exact], Measured]:
    """The fact `alone`, else `whole` by `by`, exact; None while neither is known or there is nothing to divide by."""

    def take(facts: Facts, limit: Exact) -> Measured:
        if alone and known(facts, alone):
            return Fraction(facts[alone])
        return Fraction(facts[whole], facts[by]) if known(facts, whole, by) and facts[by] else None

    return take


def _fact(key: str) -> Callable[[Facts, Exact], Measured]:
    def take(facts: Facts, limit: Exact) -> Measured:
        return int(facts[key]) if known(facts, key) else None

    return take


def _word(key: str) -> Callable[[Facts, Exact], Measured]:
    def take(facts: Facts, limit: Exact) -> Measured:
        return (str(facts[key]),) if known(facts, key) else None

    return take


def _days(facts: Facts, limit: Exact) -> Measured:
    return (facts["to_day"] - facts["from_day"]).days if known(facts, "from_day", "to_day") else None


def _documents(facts: Facts, limit: Exact) -> Measured:
    return tuple(sorted(facts["documents"])) if known(facts, "documents") else None


def _in_two_roles(facts: Facts, limit: Exact) -> Measured:
    """Those who have more than one of the roles that the rule keeps apart."""
    if not known(facts, "roles"):
        return None
    named = [who for role, people in facts["roles"].items() if role in _words(limit) for who in set(people)]
    return tuple(sorted({str(who) for who in named if named.count(who) > 1}))


def _named(facts: Facts, limit: Exact) -> Measured:
    """The words of the rule that stand in what the place is called."""
    return tuple(word for word in _words(limit) if word in str(facts["place"])) if known(facts, "place") else None


def _words(limit: Exact) -> tuple[str, ...]:
    return limit if isinstance(limit, tuple) else ()


_ALL: Final = (
    Metric("sum_per_member_year", FEN, "le", ("year_fen",), _divided("year_total_fen", "members", "year_fen")),
    Metric("sum_per_event_head", FEN, "le", ("fen_per_head",), _divided("total_fen", "heads", "fen_per_head")),
    Metric("sum_per_festival_head", FEN, "le", ("fen_per_head",), _divided("total_fen", "heads", "fen_per_head")),
    Metric("share_of_participants", SHARE, "le", ("winners", "participants"), _divided("winners", "participants", "")),
    Metric("ratio_to_income", SHARE, "le", ("total_fen", "income_fen"), _divided("total_fen", "income_fen", "")),
    Metric("ratio_to_budget", SHARE, "le", ("total_fen", "budget_fen"), _divided("total_fen", "budget_fen", "")),
    Metric("quorum", SHARE, "ge", ("present", "seats"), _divided("present", "seats", "")),
    Metric("count_per_year", TIMES, "le", ("count",), _fact("count")),
    Metric("threshold_headcount", HEADS, "lt", ("heads",), _fact("heads")),
    Metric("nights", NIGHTS, "le", ("nights",), _fact("nights")),
    Metric("deadline_days", DAYS, "ge", ("from_day", "to_day"), _days),
    Metric("date_in_set", WORDS, "in", ("festival",), _word("festival")),
    Metric("kind_in_set", WORDS, "not_in", ("kind",), _word("kind")),
    Metric("member_state_in", WORDS, "in", ("member_state",), _word("member_state")),
    Metric("has_document", WORDS, "has", ("documents",), _documents),
    Metric("role_disjoint", WORDS, "none", ("roles",), _in_two_roles),
    Metric("place_in_region", WORDS, "inside", ("region",), _word("region")),
    Metric("place_in_set", WORDS, "none", ("place",), _named),
    # Adds its sum to the caps it names, inside its dates and for its goods; measures nothing by itself.
    Metric("supplement", FEN, "adds", (), lambda facts, limit: None),
)
METRICS: Final[dict[str, Metric]] = {metric.key: metric for metric in _ALL}
