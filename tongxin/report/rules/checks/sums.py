"""Sums: what is listed adds up to what it is said to be, and nothing is left out of the list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongxin.report.rules.body import Block, Chip
from tongxin.report.rules.checks.facts import Facts, Remark, placed_chips
from tongxin.report.rules.chips import parse

_NUMBER = re.compile(r"(?<![\d.])(\d[\d,]*)(项|人次|人|次|场|户|个|元|件|份|家|名)")
_LIST = re.compile(r"(?:其中|分别为|分别是|包括|含)[，：:,]?")


def sums(block: Block, facts: Facts) -> Iterator[Remark]:
    """`sum.wrong`, and `part.missing` where a listed breakdown leaves out a part that is not nothing.

    A breakdown of chips is judged by what is written; a list without chips by its words (`共15项，其中…7项，…5项`).
    """
    listed = _breakdowns(block)
    for key, chips in listed.items():
        if key not in facts.parts:
            continue
        yield from _one_breakdown(block, key, chips, facts)
    if not listed:
        yield from _typed_sums(block)


def _breakdowns(block: Block) -> dict[str, list[tuple[int, Chip, str]]]:
    """Breakdowns of which at least two parts stand in the block."""
    found: dict[str, list[tuple[int, Chip, str]]] = {}
    for place, chip in placed_chips(block):
        ref = parse(chip.ref)
        if ref and ref.part:
            found.setdefault(ref.key, []).append((place, chip, ref.part))
    return {key: chips for key, chips in found.items() if len({part for _, _, part in chips}) > 1}


def _one_breakdown(block: Block, key: str, chips: list[tuple[int, Chip, str]], facts: Facts) -> Iterator[Remark]:
    named = {part: chip for _, chip, part in chips}
    place, first, _ = chips[0]
    missing = [part for part in facts.parts.get(key, ()) if part not in named and facts.known[f"{key}:{part}"].value]
    for part in missing:
        known = facts.known[f"{key}:{part}"]
        values = {"label": known.label, "now": known.words()}
        yield Remark("part.missing", "bad", block.id, first.text, values, f"{key}:{part}", place)
    total = _total(block, key)
    values_written = [written(chip) for chip in named.values()]
    if missing or total is None or None in values_written:
        return
    amount = sum(value for value in values_written if value is not None)
    if amount != written(total):
        values = {"sum": "＋".join(str(value) for value in values_written) + f"＝{amount}", "total": total.text}
        yield Remark("sum.wrong", "bad", block.id, total.text, values, place=place)


def _total(block: Block, key: str) -> Chip | None:
    wanted = key.partition(".by_")[0]
    return next((chip for chip in block.chips if (ref := parse(chip.ref)) and ref.bare == wanted), None)


def written(chip: Chip) -> int | None:
    """The whole number that a chip prints; None for shares and round words."""
    found = re.fullmatch(r"(\d[\d,]*)\D*", chip.text.replace("%", "."))
    return (
        int(found[1].replace(",", ""))
        if found and not re.search("[余近多万亿.]", chip.text) and "%" not in chip.text
        else None
    )


def _typed_sums(block: Block) -> Iterator[Remark]:
    words = block.words
    for opening in _LIST.finditer(words):
        before = list(_NUMBER.finditer(words, 0, opening.start()))
        if not before:
            continue
        total = before[-1]
        end = next((at for at in range(opening.end(), len(words)) if words[at] in "。；！？"), len(words))
        parts = [int(n[1].replace(",", "")) for n in _NUMBER.finditer(words, opening.end(), end) if n[2] == total[2]]
        amount = sum(parts)
        said = int(total[1].replace(",", ""))
        wrong = amount != said if opening.group().startswith("分别") or len(parts) > 2 else amount > said
        if len(parts) > 1 and wrong:
            values = {"sum": "＋".join(map(str, parts)) + f"＝{amount}", "total": total.group()}
            yield Remark("sum.wrong", "bad", block.id, total.group(), values, place=total.start())
