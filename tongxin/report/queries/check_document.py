"""Check a finished DOCX against the records again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from tongxin.core.papers import ReadBack, ReadChip, read_docx
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.report.access import SUMMARY_READ
from tongxin.report.queries.facts import facts_of
from tongxin.report.rules.body import Block, Chip, Run, Text
from tongxin.report.rules.checker import Remark, check
from tongxin.report.rules.chips import from_json

DIFFERING = frozenset({"figure.changed", "figure.unknown"})
SUMS = frozenset({"sum.wrong", "part.missing"})
TYPED = frozenset({"number.typed", "number.vague"})
CLAIMS = frozenset({"claim.completion", "claim.praise"})
WHOLE = frozenset({"promise.silent"})


@dataclass(frozen=True)
class Check:
    """What was found: `figures_read` figures stood in the file, `agreed` of them print as the records do today."""

    unit: Unit
    year: int
    version: str
    remarks: list[Remark]
    figures_read: int
    agreed: int

    def of(self, codes: frozenset[str]) -> list[Remark]:
        """The remarks of these codes."""
        return [remark for remark in self.remarks if remark.code in codes]

    @property
    def differing(self) -> list[Remark]:
        """Figures that differ from the records, or have none any more."""
        return self.of(DIFFERING)

    @property
    def sums(self) -> list[Remark]:
        """Sums that do not come out."""
        return self.of(SUMS)

    @property
    def typed(self) -> list[Remark]:
        """Numbers without a source."""
        return self.of(TYPED)

    @property
    def claims(self) -> list[Remark]:
        """Sentences that claim more than the figures carry."""
        return self.of(CLAIMS)

    @property
    def bad(self) -> list[Remark]:
        """What contradicts the records: `check-report` exits with 1 where there is one."""
        return [remark for remark in self.remarks if remark.severity == "bad"]

    @property
    def passed(self) -> bool:
        """Whether every figure agrees and no sentence contradicts one."""
        return not self.bad


def check_document(
    path_or_file: str | Path | BinaryIO, actor: Actor, *, unit: Unit | None = None, year: int | None = None
) -> Check:
    """Read the figures out of a DOCX and compare each, and each sentence, with the records of its unit and year.

    `unit` and `year` are those the file names itself, unless they are given (for a paper written elsewhere). Nothing of
    the file is kept. Refuses: `paper.not_docx`, `paper.too_large`, `paper.unknown_unit`, `access.…`.
    """
    read = read_docx(Path(path_or_file) if isinstance(path_or_file, str) else path_or_file)
    unit, year = unit or _unit(read), year or _year(read)
    require_right(actor, SUMMARY_READ, unit)
    facts = facts_of(unit, year)
    blocks = blocks_of(read)
    remarks = check(blocks, facts)
    agreed = sum(1 for block in blocks for chip in block.chips if facts.words(chip.ref) == chip.text)
    return Check(unit, year, read.properties.get("tongxin.version", ""), remarks, len(read.chips), agreed)


def place_of(remark: Remark) -> str:
    """`第10段`: where in a file a remark belongs; what no paragraph tells belongs to the whole of it."""
    if remark.code in WHOLE:
        return _("全文")
    return _("第%(n)s段") % {"n": remark.block}


def _unit(read: ReadBack) -> Unit:
    unit = Unit.objects.filter(code=read.properties.get("tongxin.unit", "")).first()
    if unit is None:
        raise Refused("paper.unknown_unit", _("这份文件没有写明是哪个单位的总结，选一下单位和年度。"), field="unit")
    return unit


def _year(read: ReadBack) -> int:
    year = read.properties.get("tongxin.year", "")
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise Refused("paper.unknown_year", _("这份文件没有写明是哪一年的总结，选一下年度。"), field="year")
    return int(year)


def blocks_of(read: ReadBack) -> list[Block]:
    """The paragraphs of a file as blocks, figures in their places; the id is the paragraph's place, from 1."""
    chips: dict[int, list[ReadChip]] = {}
    for chip in read.chips:
        chips.setdefault(chip.paragraph_index, []).append(chip)
    lines = enumerate(read.paragraphs)
    return [Block(str(at + 1), "p", _runs(line, chips.get(at, []))) for at, line in lines if line.strip()]


def _runs(line: str, chips: list[ReadChip]) -> tuple[Run, ...]:
    runs: list[Run] = []
    rest = line
    for chip in chips:
        before, found, after = rest.partition(chip.text) if chip.text else (rest, "", "")
        if not found and chip.text:
            continue
        if before and chip.text:
            runs.append(Text(before))
        runs.append(Chip(chip.ref, chip.text, from_json(chip.value)))
        rest = after if chip.text else rest
    return (*runs, Text(rest)) if rest else tuple(runs)
