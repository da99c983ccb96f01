"""Chips against the records: changed since they were written, gone, or empty."""

from __future__ import annotations

from collections.abc import Iterator

from tongxin.report.rules.body import Block
from tongxin.report.rules.checks.facts import Facts, Remark, placed_chips
from tongxin.report.rules.chips import parse


def changed(block: Block, facts: Facts) -> Iterator[Remark]:
    """`figure.changed` where the records now print another number; `figure.kept` (warn) where that was kept with a reason;
    `figure.unknown` where no such figure exists any more."""
    for place, chip in placed_chips(block):
        today = facts.words(chip.ref)
        if today is None:
            yield Remark("figure.unknown", "bad", block.id, chip.text, {"ref": chip.ref}, place=place)
        elif today != chip.text and chip.kept:
            values = {"now": today, "reason": chip.kept}
            yield Remark("figure.kept", "warn", block.id, chip.text, values, place=place)
        elif today != chip.text:
            ref = parse(chip.ref)
            label = facts.known[ref.bare].label if ref else ""
            yield Remark("figure.changed", "bad", block.id, chip.text, {"now": today, "label": label}, chip.ref, place)
