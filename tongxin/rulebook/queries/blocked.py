"""What a rule says now of one part of a thing that may be exempted."""

from __future__ import annotations

from tongxin.rulebook.hooks import Taken
from tongxin.rulebook.queries.check import Finding, check


def finding_on(taken: Taken, part: str, rule: int) -> Finding | None:
    """The finding of that version (its id) on that part; None where it does not concern it. Three queries."""
    facts = taken.parts.get(part)
    if facts is None:
        return None
    decided = [each for each in taken.exemptions if each.part == part]
    found = check(taken.unit, taken.occasion, facts, taken.day, exemptions=decided)
    return next((each for each in found.all if each.rule.pk == rule), None)
