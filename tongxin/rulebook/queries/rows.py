"""The rules that may hold for a unit, as the pure rules see them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Prefetch, Q

from tongxin.org.models import Unit
from tongxin.rulebook.models import Decision, Rule
from tongxin.rulebook.queries.place import ids_of, region_of
from tongxin.rulebook.rules.regions import chain
from tongxin.rulebook.rules.row import Row


def rules_of(unit: Unit, occasions: Collection[str] = (), region: str = "") -> list[Rule]:
    """Every version of every rule of the unit's region and of the units above it, with what was decided. Three queries.

    `region` asks for another place than the unit's own. No occasions: all of them.
    """
    ids = ids_of(unit)
    held = Q(unit=None, region__in=chain(region or region_of(unit))) | Q(unit__in=ids)
    if occasions:
        held &= Q(occasion__in=occasions)
    decisions = Decision.objects.filter(unit__in=ids)
    return list(Rule.objects.filter(held).select_related("unit").prefetch_related(Prefetch("decisions", decisions)))


def rows_of(rules: Collection[Rule], *, supposed: Mapping[int, date | None] | None = None) -> dict[int, Row]:
    """The versions that count, by id: shipped ones, and a unit's own once confirmed.

    `supposed` are versions taken as if somebody had confirmed them, with the first day where they know none.
    """
    found, taken = {}, supposed or {}
    for rule in rules:
        row = row_of(rule, supposed=rule.pk in taken, first=taken.get(rule.pk))
        if row is not None:
            found[rule.pk] = row
    return found


def row_of(rule: Rule, *, supposed: bool = False, first: date | None = None) -> Row | None:
    """One version with the latest decision on it; None where it was declined, or still waits."""
    decision = max(rule.decisions.all(), key=lambda each: (each.at, each.pk), default=None)
    confirmed = supposed or (decision is not None and decision.kind == Decision.Kind.CONFIRMED)
    if not confirmed and (decision is not None or rule.unit_id):
        return None
    since = (decision.since if decision else None) or rule.effective_from or first
    return Row(
        pk=rule.pk, rule_id=rule.rule_id, metric=rule.metric, operator=rule.operator, value=rule.value, measure=rule.measure,
        severity=rule.severity, confidence=rule.confidence, occasion=rule.occasion, since=since, until=rule.effective_to,
        version=rule.version, owner=rule.unit_id or 0, confirmed=confirmed,
        applies={key: tuple(values) for key, values in rule.applies.items()}, evidence=tuple(rule.evidence),
        supersedes=rule.supersedes, adds_to=rule.adds_to,
    )  # fmt: skip
