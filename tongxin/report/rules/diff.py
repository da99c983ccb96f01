"""Two versions side by side: which blocks and which words came and went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from tongxin.report.rules.body import Block, Body, numbers

Change = Literal["same", "del", "ins"]
# Numbers with their unit, Latin words, single characters: the pieces that are compared.
_WORDS = re.compile(r"\d[\d.,]*[%％]?[项次人户元个]*|[A-Za-z]+|.", re.DOTALL)


@dataclass(frozen=True)
class Words:
    """A stretch of words that stayed, went or came."""

    change: Change
    words: str


@dataclass(frozen=True)
class BlockDiff:
    """A block with what changed in it."""

    kind: str
    pieces: tuple[Words, ...]

    @property
    def changed(self) -> bool:
        """Whether anything did."""
        return any(piece.change != "same" for piece in self.pieces)


def words(old: str, new: str) -> tuple[Words, ...]:
    """Word by word."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    found: list[Words] = []
    for op, a1, a2, b1, b2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if op == "equal":
            found.append(Words("same", "".join(before[a1:a2])))
            continue
        if a1 != a2:
            found.append(Words("del", "".join(before[a1:a2])))
        if b1 != b2:
            found.append(Words("ins", "".join(after[b1:b2])))
    return tuple(found)


def compare(old: Body, new: Body) -> list[BlockDiff]:
    """Block by block in the order of the new text; blocks keep their ids, so a moved one is still compared with itself."""
    return list(_blocks(old, new))


def _blocks(old: Body, new: Body) -> Iterator[BlockDiff]:
    was = {block.id: (block, number) for block, number in numbers(old.blocks)}
    kept = {block.id for block in new.blocks}
    yield BlockDiff("title", words(old.title, new.title))
    gone = [block for block in old.blocks if block.id not in kept]
    for block, number in numbers(new.blocks):
        before = was.get(block.id)
        yield BlockDiff(block.kind, words(before[1] + before[0].words if before else "", number + block.words))
        while gone and _follows(old, gone[0].id, block.id):
            yield _removed(gone.pop(0).id, was)
    for block in gone:
        yield _removed(block.id, was)
    signature = (f"{body.issuer} {body.day or ''}" for body in (old, new))
    yield BlockDiff("sign", words(*signature))


def _removed(block_id: str, was: Mapping[str, tuple[Block, str]]) -> BlockDiff:
    block, number = was[block_id]
    return BlockDiff(block.kind, (Words("del", number + block.words),))


def _follows(old: Body, later: str, earlier: str) -> bool:
    ids = [block.id for block in old.blocks]
    return earlier in ids and ids.index(later) == ids.index(earlier) + 1
