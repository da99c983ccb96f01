"""Checks a text against the records: every remark that can be made, in reading order."""

from __future__ import annotations

from collections.abc import Iterable

from tongxin.report.rules.body import Block
from tongxin.report.rules.checks.changed import changed
from tongxin.report.rules.checks.claims import claims, doubled, promises
from tongxin.report.rules.checks.facts import Facts, Known, Remark, first_of_each
from tongxin.report.rules.checks.handwritten import handwritten, vague
from tongxin.report.rules.checks.sums import sums

RULES = (changed, handwritten, sums, claims, vague, doubled)


def check(blocks: Iterable[Block], facts: Facts) -> list[Remark]:
    """All remarks on the blocks, sorted by block and place."""
    blocks = tuple(blocks)
    found = [remark for block in blocks for remark in _of_block(block, facts)]
    return [*found, *promises(blocks, facts)]


def _of_block(block: Block, facts: Facts) -> list[Remark]:
    made = (remark for rule in RULES for remark in rule(block, facts))
    return sorted(first_of_each(made), key=lambda remark: (remark.place, remark.severity))


__all__ = ["Facts", "Known", "Remark", "check"]
