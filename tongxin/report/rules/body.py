"""The text of a summary: blocks of runs, where a run is plain words or a chip (a figure that keeps its reference)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from tongxin.core.papers.wording import ordinal
from tongxin.report.rules.chips import Exact, from_json, to_json

# What a block can be; `pre` stands before the first heading, `end` after the last part.
KINDS: Final = ("h1", "h2", "p")
PREAMBLE, CLOSING = "pre", "end"
_CONTROLS = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")
_NUMBERS = {"h1": re.compile(r"^\s*[一二三四五六七八九十]+、\s*"), "h2": re.compile(r"^\s*\d{1,2}\s*[.．、]\s*(?!\d)")}


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    t: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A figure in the text: `ref` says which, `text` how it was printed, `value` what it was when it was written.

    `kept` is the reason why an outdated figure was kept on purpose.
    """

    ref: str
    text: str
    value: Exact
    kept: str = ""


Run = Text | Chip


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or paragraph. `id` stays with it through all versions; `findings` are the codes of what it tells."""

    id: str
    kind: str
    runs: tuple[Run, ...] = ()
    findings: tuple[str, ...] = ()
    place: str = ""

    @property
    def words(self) -> str:
        """As it is printed, without its number."""
        return "".join(run.t if isinstance(run, Text) else run.text for run in self.runs)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The figures in it."""
        return tuple(run for run in self.runs if isinstance(run, Chip))


@dataclass(frozen=True, slots=True)
class Body:
    """The whole text of one version."""

    title: str
    issuer: str
    day: date | None
    blocks: tuple[Block, ...] = field(default=())

    def block(self, block_id: str) -> Block | None:
        """The block of that id."""
        return next((block for block in self.blocks if block.id == block_id), None)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """Every figure in the text, in reading order."""
        return tuple(chip for block in self.blocks for chip in block.chips)

    @property
    def length(self) -> int:
        """Characters without numbers of headings."""
        return len(self.title) + sum(len(block.words) for block in self.blocks)


def tidy(runs: Iterable[Run], kind: str = "p") -> tuple[Run, ...]:
    """Runs as they are kept: one line, neighbouring words joined, no empty ones, a heading without its typed number."""
    kept: list[Run] = []
    for run in runs:
        if isinstance(run, Text):
            words = _CONTROLS.sub("", run.t)
            if not words:
                continue
            if kept and isinstance(kept[-1], Text):
                kept[-1] = Text(kept[-1].t + words)
                continue
            run = Text(words)
        kept.append(run)
    if kept and isinstance(kept[0], Text) and kind in _NUMBERS:
        kept[0] = Text(_NUMBERS[kind].sub("", kept[0].t))
        kept = kept if kept[0] != Text("") else kept[1:]
    return tuple(kept)


def numbers(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """Each block with its printed number: `一、` for h1, `1.` for h2 (beginning anew below each h1), none for others."""
    first = second = 0
    for block in blocks:
        if block.kind == "h1":
            first, second = first + 1, 0
            yield block, ordinal(first) + "、"
        elif block.kind == "h2":
            second += 1
            yield block, f"{second}."
        else:
            yield block, ""


def replaced(body: Body, block_id: str, new: Iterable[Block]) -> Body:
    """The body with `new` blocks in place of one."""
    blocks: list[Block] = []
    for block in body.blocks:
        blocks.extend(new if block.id == block_id else (block,))
    return replace(body, blocks=tuple(blocks))


def fresh_id(body: Body) -> str:
    """An id that no block of the body has: `b12`."""
    taken = [int(block.id[1:]) for block in body.blocks if re.fullmatch(r"b\d+", block.id)]
    return f"b{max(taken, default=0) + 1}"


def load(stored: dict[str, Any]) -> Body:
    """A body from the JSON of a version."""
    return Body(
        title=stored["title"],
        issuer=stored["issuer"],
        day=date.fromisoformat(stored["day"]) if stored.get("day") else None,
        blocks=tuple(_load_block(block) for block in stored["blocks"]),
    )


def dump(body: Body) -> dict[str, Any]:
    """The JSON that a version keeps."""
    return {
        "title": body.title,
        "issuer": body.issuer,
        "day": body.day.isoformat() if body.day else None,
        "blocks": [_dump_block(block) for block in body.blocks],
    }


def _load_block(stored: dict[str, Any]) -> Block:
    return Block(
        id=stored["id"],
        kind=stored["kind"],
        runs=tuple(_load_run(run) for run in stored["runs"]),
        findings=tuple(stored.get("findings", ())),
        place=stored.get("place", ""),
    )


def _load_run(stored: dict[str, Any]) -> Run:
    if "fig" in stored:
        return Chip(stored["fig"], stored["text"], from_json(stored["value"]), stored.get("kept", ""))
    return Text(stored["t"])


def _dump_block(block: Block) -> dict[str, Any]:
    plain: dict[str, Any] = {"id": block.id, "kind": block.kind, "runs": [_dump_run(run) for run in block.runs]}
    if block.findings:
        plain["findings"] = list(block.findings)
    if block.place:
        plain["place"] = block.place
    return plain


def _dump_run(run: Run) -> dict[str, Any]:
    if isinstance(run, Text):
        return {"t": run.t}
    plain: dict[str, Any] = {"fig": run.ref, "text": run.text, "value": to_json(run.value)}
    return {**plain, "kept": run.kept} if run.kept else plain


__all__ = ["Block", "Body", "Chip", "Run", "Text", "dump", "fresh_id", "load", "numbers", "replaced", "tidy"]
