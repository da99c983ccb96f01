"""What would differ if a version came into force: cases of the apps, judged with it and without. Nothing closed is judged anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tongxin.org.models import Unit
from tongxin.rulebook.hooks import Case, judged
from tongxin.rulebook.models import Rule
from tongxin.rulebook.queries.check import Finding, found_among
from tongxin.rulebook.queries.rows import rules_of


@dataclass(frozen=True)
class Difference:
    """A case that the version would judge otherwise: the rules it would break then, and those it would keep again."""

    case: Case
    newly_broken: tuple[Finding, ...]
    no_longer: tuple[Finding, ...]


@dataclass(frozen=True)
class Effect:
    """`open` would be judged otherwise from now on; `closed` stays as it was judged, and is only told."""

    looked_at: int
    open: tuple[Difference, ...]
    closed: tuple[Difference, ...]


def effect_of(rule: Rule, unit: Unit, since: date | None = None) -> Effect:
    """The cases in and below the unit that the version would judge otherwise, from its first day on.

    `since` is that day where the version does not know it. Rules are fetched once for the unit.
    """
    first = rule.effective_from or since or date.min
    rules = rules_of(unit, (rule.occasion,))
    cases = [case for source in judged for case in source.cases(unit, rule.occasion, first)]
    found = [each for case in cases if (each := _difference(case, rules, rule, since)) is not None]
    return Effect(
        len(cases),
        tuple(each for each in found if not each.case.closed),
        tuple(each for each in found if each.case.closed),
    )


def _difference(case: Case, rules: list[Rule], rule: Rule, since: date | None) -> Difference | None:
    decided = case.exemptions
    before = _broken(found_among(rules, case.facts, case.day, exemptions=decided).all)
    after = _broken(found_among(rules, case.facts, case.day, supposed={rule.pk: since}, exemptions=decided).all)
    fresh = tuple(after[key] for key in after if key not in before)
    gone = tuple(before[key] for key in before if key not in after)
    return Difference(case, fresh, gone) if fresh or gone else None


def _broken(findings: Iterable[Finding]) -> dict[tuple[str, int | None, str, bool], Finding]:
    """By rule and what it does: a rule that only warned and would block then differs, and so does one from which a committee
    decided an exception, which is none from another version."""
    broken = (finding for finding in findings if finding.broken)
    return {(each.rule.rule_id, each.rule.unit_id, each.weight, each.exemption is not None): each for each in broken}
