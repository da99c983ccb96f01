"""What the page of one summary shows: its text with chips and marks, contents, findings, remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tongxin.org.actor import Actor
from tongxin.report.access import SUMMARY_SIGN, SUMMARY_WRITE
from tongxin.report.models import Summary, Version
from tongxin.report.queries.finding_words import FindingWords, words_of
from tongxin.report.queries.material import Material, gather
from tongxin.report.queries.remark_words import suggestion, title
from tongxin.report.queries.texts import Checked, checked
from tongxin.report.rules import tokens
from tongxin.report.rules.body import CLOSING, PREAMBLE, Block, Body, Chip, Text, numbers
from tongxin.report.rules.checker import Facts, Remark
from tongxin.report.rules.findings import Finding

CHARACTERS_OF_A_PAGE = 28 * 22


@dataclass(frozen=True)
class Piece:
    """A stretch of a line: words, words under a remark (`loose`), or a chip; `mark` is the number of its remark."""

    words: str
    ref: str = ""
    state: str = ""
    mark: int = 0
    tone: str = ""


@dataclass(frozen=True)
class Line:
    """A block on the paper."""

    id: str
    kind: str
    number: str
    place: str
    pieces: tuple[Piece, ...]
    tokens: str

    @property
    def tag(self) -> str:
        """The element it is drawn as."""
        return {"h1": "h3", "h2": "h4"}.get(self.kind, "p")


@dataclass(frozen=True)
class TocItem:
    """An entry of the contents with the marks below it."""

    label: str
    anchor: str
    inner: bool
    bad: int = 0
    warn: int = 0


@dataclass(frozen=True)
class RemarkLine:
    """A remark in the margin, with what can be done about it at once."""

    number: int
    remark: Remark
    title: str
    advice: str
    act: str = ""
    keep: bool = False


@dataclass(frozen=True)
class FindingLine:
    """A finding, and where in the text it is told (`二、2`, empty where it is not)."""

    finding: Finding
    words: FindingWords
    told: str
    anchor: str
    goes_to: str
    goes_label: str


@dataclass(frozen=True)
class Editor:
    """The whole page."""

    summary: Summary
    version: Version
    body: Body
    facts: Facts
    lines: tuple[Line, ...]
    toc: tuple[TocItem, ...]
    remarks: tuple[RemarkLine, ...]
    findings: tuple[FindingLine, ...]
    may_write: bool
    may_sign: bool
    pages: int
    wordings: tuple[object, ...] = field(default=())

    @property
    def bad(self) -> int:
        """How many remarks must be put right."""
        return sum(1 for line in self.remarks if line.remark.severity == "bad")

    @property
    def changed(self) -> int:
        """How many figures no longer agree with the records."""
        return sum(1 for line in self.remarks if line.remark.code == "figure.changed")

    @property
    def warn(self) -> int:
        """How many are to be looked at."""
        return len(self.remarks) - self.bad


def editor(summary: Summary, actor: Actor, material: Material | None = None) -> Editor:
    """Everything about the latest version, in a fixed number of queries."""
    material = material or gather(summary.unit, summary.year)
    text = checked(summary, material.facts)
    marks = tuple(_remark(number, remark) for number, remark in enumerate(text.remarks, 1))
    open_ = summary.state != Summary.State.SIGNED
    return Editor(
        summary=summary,
        version=text.version,
        body=text.body,
        facts=text.facts,
        lines=tuple(_line(block, number, marks, text.facts) for block, number in numbers(text.body.blocks)),
        toc=tuple(_toc(text, marks)),
        remarks=marks,
        findings=tuple(_finding(finding, text.body) for finding in material.findings),
        may_write=open_ and actor.may(SUMMARY_WRITE, summary.unit),
        may_sign=actor.may(SUMMARY_SIGN, summary.unit),
        pages=max(1, -(-_room(text.body) // CHARACTERS_OF_A_PAGE)),
        wordings=tuple(material.wordings.values()),
    )


def _room(body: Body) -> int:
    """Characters the text takes on paper: every block ends its line."""
    lines = sum(-(-(len(block.words) + 2) // 28) for block in body.blocks)
    return (lines + 6) * 28


def _remark(number: int, remark: Remark) -> RemarkLine:
    act = "refresh" if remark.code == "figure.changed" else ""
    if remark.code in ("number.typed", "number.vague") and remark.fix and remark.values.get("now"):
        act = "place"
    return RemarkLine(number, remark, title(remark), suggestion(remark), act, remark.code == "figure.changed")


def _line(block: Block, number: str, marks: Sequence[RemarkLine], facts: Facts) -> Line:
    own = [line for line in marks if line.remark.block == block.id]
    return Line(block.id, block.kind, number, block.place, tuple(_pieces(block, own, facts)), tokens.write(block.runs))


def _pieces(block: Block, marks: Sequence[RemarkLine], facts: Facts) -> Iterator[Piece]:
    """The runs, cut where a remark begins and ends."""
    place = 0
    for run in block.runs:
        if isinstance(run, Chip):
            mark = next((line for line in marks if line.remark.place == place), None)
            yield _chip(run, mark, facts)
            place += len(run.text)
        else:
            yield from _cut(run, place, marks)
            place += len(run.t)


def _chip(chip: Chip, mark: RemarkLine | None, facts: Facts) -> Piece:
    state = "old" if facts.words(chip.ref) != chip.text else ""
    return Piece(chip.text, chip.ref, state, mark.number if mark else 0, mark.remark.severity if mark else "")


def _cut(run: Text, place: int, marks: Sequence[RemarkLine]) -> Iterator[Piece]:
    at = 0
    for line in marks:
        start = line.remark.place - place
        end = start + len(line.remark.quote)
        if start < at or end > len(run.t) or run.t[start:end] != line.remark.quote:
            continue
        yield Piece(run.t[at:start])
        yield Piece(line.remark.quote, "", "loose", line.number, line.remark.severity)
        at = end
    yield Piece(run.t[at:])


def _toc(text: Checked, marks: Sequence[RemarkLine]) -> Iterator[TocItem]:
    """Preamble, headings and closing, each with the marks of the blocks up to the next entry."""
    entries: list[tuple[str, str, bool, list[str]]] = []
    for block, number in numbers(text.body.blocks):
        if block.kind in ("h1", "h2"):
            gap = " " if block.kind == "h2" else ""
            entries.append((f"{number}{gap}{block.words}", block.id, block.kind == "h2", [block.id]))
        elif block.place == PREAMBLE and not entries:
            entries.append(("pre", block.id, False, [block.id]))
        elif block.place == CLOSING and (not entries or entries[-1][0] != "end"):
            entries.append(("end", block.id, False, [block.id]))
        elif entries:
            entries[-1][3].append(block.id)
    for label, anchor, inner, blocks in entries:
        mine = [line.remark.severity for line in marks if line.remark.block in blocks]
        yield TocItem(label, anchor, inner, mine.count("bad"), mine.count("warn"))


def _finding(finding: Finding, body: Body) -> FindingLine:
    """Where it is told, and behind which block it would be written in: the last one of the problems."""
    told = anchor = goes_to = goes_label = ""
    for block, label in _places(body):
        if finding.code in block.findings and not told:
            told, anchor = label, block.id
        if block.place != CLOSING and (label.startswith(_problems(body)) or not goes_to):
            goes_to, goes_label = block.id, label
    return FindingLine(finding, words_of(finding), told, anchor, goes_to, goes_label)


def _problems(body: Body) -> str:
    """The number of the part that tells the problems."""
    found = (number for block, number in numbers(body.blocks) if block.kind == "h1" and "问题" in block.words)
    return next(found, "\0")


def _places(body: Body) -> Iterator[tuple[Block, str]]:
    """Each block with the number of the part it stands in: `二、2`."""
    first = second = ""
    for block, number in numbers(body.blocks):
        if block.kind == "h1":
            first, second = number, ""
        elif block.kind == "h2":
            second = number.rstrip(".")
        yield block, first + second
