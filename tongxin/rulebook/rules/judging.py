"""Hold facts against the rules in force: a verdict for each, never just yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tongxin.rulebook.rules.exact import Exact
from tongxin.rulebook.rules.facts import Facts
from tongxin.rulebook.rules.metrics import METRICS, Measured
from tongxin.rulebook.rules.operators import OPERATORS
from tongxin.rulebook.rules.row import Row

SUPPLEMENT = "supplement"


@dataclass(frozen=True)
class Verdict:
    """`holds` None: it cannot be said, for the facts `missing`. `added` are supplements inside `limit`."""

    row: Row
    holds: bool | None
    value: Measured
    limit: Exact
    missing: tuple[str, ...] = ()
    added: tuple[Row, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether the facts break the rule."""
        return self.holds is False


def judge(rows: Sequence[Row], facts: Facts) -> list[Verdict]:
    """A verdict for each rule that the facts concern, in the order given."""
    concerned = [row for row in rows if concerns(row, facts)]
    supplements = [row for row in concerned if row.metric == SUPPLEMENT and row.sure]
    return [_verdict(row, facts, supplements) for row in concerned if row.metric != SUPPLEMENT]


def concerns(row: Row, facts: Facts) -> bool:
    """Whether a rule holds for these facts; what is not known does not take it out, but no supplement rests on it."""
    needed = row.metric == SUPPLEMENT
    return all(_among(facts.get(key), values, needed) for key, values in row.applies.items())


def _among(given: object, values: tuple[str, ...], needed: bool) -> bool:
    if given is None:
        return not needed
    several = given if isinstance(given, set | frozenset | tuple | list) else (given,)
    return any(str(one) in values for one in several)


def _verdict(row: Row, facts: Facts, supplements: Iterable[Row]) -> Verdict:
    added = tuple(each for each in supplements if each.adds_to == row.rule_id)
    limit = _raised(row.limit, added)
    metric = METRICS[row.metric]
    value = metric.take(facts, limit)
    if value is None:
        unknown = tuple(fact for fact in metric.needs if facts.get(fact) is None)
        return Verdict(row, None, None, limit, unknown or metric.needs, added)
    holds = OPERATORS[row.operator](value, limit) or _met(row, facts)
    return Verdict(row, holds, value, limit, added=added)


def _raised(limit: Exact, added: Iterable[Row]) -> Exact:
    for each in added:
        more = each.limit
        if not isinstance(limit, tuple) and not isinstance(more, tuple):
            limit += more
    return limit


def _met(row: Row, facts: Facts) -> bool:
    """A threshold is met by the papers it asks for."""
    return bool(row.metric == "threshold_headcount" and row.evidence) and set(row.evidence) <= set(
        facts.get("documents") or ()
    )
