"""Sentences that claim more than the figures carry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from tongxin.report.rules.body import Block
from tongxin.report.rules.checks.facts import Facts, Remark, sentences, unquoted
from tongxin.report.rules.chips import printed

ENOUGH: Final = Fraction(9, 10)
COMPLETION: Final = "activities.completion"
_DONE = re.compile(r"(?:基本|圆满|全面|全部|顺利|如期|较好)(?:地)?完成")
_PLAN = re.compile(r"计划|任务|目标")
_PRAISE = re.compile(r"一致好评|深受[^，。；]{0,6}?(?:好评|欢迎)|广受好评|普遍好评|好评如潮|高度评价|(?<!不)满意(?!度)")
_NOT = re.compile(r"(?:未能|未|没有|没能|尚未|不能|并未|力争|争取|努力|让|使|确保)[^，。；]{0,12}$")
_MEASURED = re.compile(r"satisf|feedback|rating")


def claims(block: Block, facts: Facts) -> Iterator[Remark]:
    """`claim.completion`: 基本完成, 圆满完成, 全面完成 of a plan less than 90 % held; `claim.praise`: 一致好评, 满意 without a figure
    of satisfaction in the sentence. Quotations and what is only wished for are not claims."""
    for sentence in sentences(block):
        words = unquoted(sentence.words)
        for found in _DONE.finditer(words):
            if facts.completion is None or facts.completion >= ENOUGH or _NOT.search(words[: found.start()]):
                continue
            if _PLAN.search(words[found.end() :]):
                values = {"share": printed(facts.completion, "%")}
                place = sentence.start + found.start()
                yield Remark("claim.completion", "bad", block.id, found.group(), values, COMPLETION, place)
        measured = any(_MEASURED.search(chip.ref) for _, chip in sentence.chips)
        for found in _PRAISE.finditer(words):
            if not measured and not _NOT.search(words[: found.start()]):
                yield Remark("claim.praise", "bad", block.id, found.group(), place=sentence.start + found.start())


def promises(blocks: Iterable[Block], facts: Facts) -> Iterator[Remark]:
    """`promise.silent` (warn): what last year's plan handed on and this text does not mention."""
    blocks = tuple(blocks)
    told = "".join(block.words for block in blocks)
    last = blocks[-1].id if blocks else ""
    for title in facts.promised:
        if title not in told:
            yield Remark("promise.silent", "warn", last, title)


def doubled(block: Block, facts: Facts) -> Iterator[Remark]:
    """`words.doubled` (warn): the same three or more characters twice in a row."""
    for found in re.finditer(r"([\u4e00-\u9fff]{3,20})\1", block.words):
        yield Remark("words.doubled", "warn", block.id, found.group(1), place=found.start())
