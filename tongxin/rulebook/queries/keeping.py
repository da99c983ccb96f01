"""Findings as they were, kept with what is closed: no later rule and no later fact judges it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from tongxin.rulebook.models import Exemption, Rule
from tongxin.rulebook.queries.check import Finding, Findings
from tongxin.rulebook.rules.exact import Exact
from tongxin.rulebook.rules.metrics import Measured
from tongxin.rulebook.words import said

Kept = Mapping[str, Any]


def frozen(findings: Findings) -> list[dict[str, Any]]:
    """Plain values for a JSON field: rules by id, numbers as exact text, no words of any language."""
    return [_frozen(each) for each in findings.all]


def thawed(several: Iterable[Sequence[Kept]]) -> list[Findings]:
    """What `frozen` gave, in the reader's language. Two queries however many there are.

    Versions before and after are left out: they are of the rulebook of today.
    """
    lists = [list(each) for each in several]
    rows = [row for each in lists for row in each]
    rules = Rule.objects.select_related("unit").in_bulk(
        {row["rule"] for row in rows} | {pk for row in rows for pk in row["added"]}
    )
    exemptions = Exemption.objects.in_bulk({row["exemption"] for row in rows if row["exemption"]})
    return [Findings(tuple(_thawed(row, rules, exemptions) for row in each)) for each in lists]


def _frozen(each: Finding) -> dict[str, Any]:
    return {
        "rule": each.rule.pk, "weight": each.weight, "holds": each.holds, "measured": _text(each.measured), "bound": _text(each.bound),
        "missing": list(each.missing), "since": _day(each.since), "until": _day(each.until), "sure": each.sure,
        "added": [rule.pk for rule in each.added], "exemption": each.exemption.pk if each.exemption else None,
    }  # fmt: skip


def _thawed(row: Kept, rules: Mapping[int, Rule], exemptions: Mapping[int, Exemption]) -> Finding:
    rule, measured, bound = rules[row["rule"]], _value(row["measured"]), _value(row["bound"])
    return Finding(
        rule=rule, weight=row["weight"], holds=row["holds"], value=said(measured, rule.measure, rule.metric),
        limit=said(bound, rule.measure, rule.metric), missing=tuple(row["missing"]), since=_date(row["since"]),
        until=_date(row["until"]), sure=row["sure"], added=tuple(rules[pk] for pk in row["added"]), measured=measured,
        bound=() if bound is None else bound, exemption=exemptions.get(row["exemption"]),
    )  # fmt: skip


def _text(value: Measured | Exact) -> str | list[str] | None:
    if value is None:
        return None
    return list(value) if isinstance(value, tuple) else str(Fraction(value))


def _value(kept: str | list[str] | None) -> Measured:
    if kept is None:
        return None
    return tuple(kept) if isinstance(kept, list) else Fraction(kept)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
