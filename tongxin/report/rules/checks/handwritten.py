"""Numbers typed by hand where a figure should stand, and vague words where an exact figure exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tongxin.report.rules.body import Block
from tongxin.report.rules.checks.facts import Facts, Remark, sentences, typed, unquoted
from tongxin.report.rules.checks.likely import fitting

_UNIT: Final = r"(?:人次|万余元|余万元|万元|亿元|元|项|次|场次|场|人|名|户|家|件|份|个(?!人|百分|月|小时)|%|％)"
_BEFORE: Final = r"(?:近|超过|超|约|逾|达)?"
_ARABIC = re.compile(rf"{_BEFORE}\d[\d,，]*(?:\.\d+)?(?:万|亿|千|百)?[余多]?{_UNIT}")
_CHINESE = re.compile(
    rf"{_BEFORE}[一二三四五六七八九十两几数]*[十百千万亿][一二三四五六七八九十百千万亿]*[余多]?{_UNIT}"
)
_SMALL = re.compile(r"(?<![第一二三四五六七八九十])[两二三四五六七八九](?:次|场|项|人次|户)(?!会议精神)")
_MARK = re.compile(r"[，。；！？;]")
_VAGUE = re.compile(r"多次|若干次|若干项|若干|数次|数十[次场项]?|多场|多项")


def handwritten(block: Block, facts: Facts) -> Iterator[Remark]:
    """`number.typed` for `13项`, `近四千人次`; only a warning for small numbers in words (`两次`), which may be a phrase."""
    words = typed(block)
    taken: list[range] = []
    for pattern, severity in ((_ARABIC, "bad"), (_CHINESE, "bad"), (_SMALL, "warn")):
        for found in pattern.finditer(words):
            if words[max(0, found.start() - 1) : found.start()] == "第" or any(found.start() in span for span in taken):
                continue
            taken.append(range(found.start(), found.end()))
            fits = fitting(found.group(), _clause(words, found.start(), found.end()), facts)
            fix = fits[0] if len(fits) == 1 else ""
            values = {"now": facts.words(fix) or "", "label": facts.known[fix].label if fix else ""}
            values |= {"several": "、".join(facts.known[ref].label for ref in fits[:3])} if len(fits) > 1 else {}
            yield Remark("number.typed", severity, block.id, found.group(), values, fix, found.start())  # type: ignore[arg-type]


def _clause(words: str, start: int, end: int) -> str:
    """The words between the marks on either side of a number."""
    before = _MARK.split(words[:start])[-1]
    return before + words[start:end] + _MARK.split(words[end:])[0]


def vague(block: Block, facts: Facts) -> Iterator[Remark]:
    """`number.vague` (warn) for 多次, 若干 beside a noun that a figure counts, where that figure is not in the sentence."""
    for sentence in sentences(block):
        words = unquoted(sentence.words)
        for found in _VAGUE.finditer(words):
            noun = next((noun for noun in facts.exact if noun in words[found.end() :]), None)
            ref = facts.exact.get(noun or "", "")
            if not ref or any(chip.ref.startswith(ref) for _, chip in sentence.chips):
                continue
            values = {"now": facts.words(ref) or "", "label": noun or ""}
            yield Remark("number.vague", "warn", block.id, found.group(), values, ref, sentence.start + found.start())
