"""What a text is checked against, and what is said about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from tongxin.report.rules.body import Block, Chip, Text
from tongxin.report.rules.chips import Exact, parse, printed

Severity = Literal["bad", "warn"]


@dataclass(frozen=True)
class Known:
    """A figure as the records give it today: a whole one, or one part of a breakdown."""

    label: str
    unit: str
    value: Exact

    def words(self, form: str = "") -> str:
        """As a paper prints it."""
        return printed(self.value, self.unit, form)


@dataclass(frozen=True)
class Facts:
    """`known` by bare reference; `parts` the parts of a breakdown whose parts add up to it, by its key; `completion` the share of the plan that was
    held; `exact` which figure counts what a noun names (座谈会 → `symposia.held`); `promised` what last year carried over."""

    known: Mapping[str, Known] = field(default_factory=dict)
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    completion: Fraction | None = None
    exact: Mapping[str, str] = field(default_factory=dict)
    promised: tuple[str, ...] = ()

    def words(self, reference: str) -> str | None:
        """How a chip of that reference would be printed today; None where there is no such figure."""
        ref = parse(reference)
        known = self.known.get(ref.bare) if ref else None
        return known.words(ref.form) if ref and known else None


@dataclass(frozen=True)
class Remark:
    """One thing to look at. `quote` are the words it is about, `fix` the token that would put them right.

    `values` fill the sentence of `code` (report.queries.remarks has the sentences, in both languages).
    """

    code: str
    severity: Severity
    block: str
    quote: str
    values: Mapping[str, str] = field(default_factory=dict)
    fix: str = ""
    place: int = 0


@dataclass(frozen=True)
class Sentence:
    """A sentence of a block with the chips in it; `start` is where it begins in the block's words."""

    block: str
    words: str
    start: int
    chips: tuple[tuple[int, Chip], ...]


_SENTENCE = re.compile(r"[^。；！？;]*[。；！？;]?")
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|「[^」]*」|《[^》]*》")


def unquoted(words: str) -> str:
    """The words with what stands in quotation marks or book marks blanked out, of the same length: names are not claims."""
    return _QUOTED.sub(lambda found: "　" * len(found.group()), words)


def typed(block: Block) -> str:
    """What was typed by hand: chips and quotations blanked out, of the same length as the block's words."""
    return unquoted("".join(run.t if isinstance(run, Text) else "\ue000" * len(run.text) for run in block.runs))


def placed_chips(block: Block) -> Iterator[tuple[int, Chip]]:
    """Each chip with the place of its first character."""
    place = 0
    for run in block.runs:
        if isinstance(run, Chip):
            yield place, run
            place += len(run.text)
        else:
            place += len(run.t)


def sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of a block."""
    chips = tuple(placed_chips(block))
    for found in _SENTENCE.finditer(block.words):
        if found.group():
            inside = tuple((at, chip) for at, chip in chips if found.start() <= at < found.end())
            yield Sentence(block.id, found.group(), found.start(), inside)


def first_of_each(remarks: Iterable[Remark]) -> list[Remark]:
    """Remarks in reading order within their block, the same words blamed for the same thing only once."""
    kept: dict[tuple[str, str, int, str], Remark] = {}
    for remark in remarks:
        kept.setdefault((remark.code, remark.block, remark.place, remark.quote), remark)
    return list(kept.values())
