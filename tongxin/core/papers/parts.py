"""What papers of several kinds are put together from: paragraphs, numbered sections, tables, places to sign."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from tongxin.core.papers.capitals import money_capitals
from tongxin.core.papers.document import Align, Block, Column, Table, Text

NUMERALS: Final = "一二三四五六七八九十"
Columns = Sequence[tuple[str, float, Align]]


def p(words: str) -> Block:
    """A paragraph."""
    return Block("p", (Text(words),))


def paragraphs(words: str) -> list[Block]:
    """A paragraph for each line that is not empty."""
    return [p(line.strip()) for line in words.splitlines() if line.strip()]


def sections(parts: Iterable[tuple[str, Sequence[Block]]]) -> list[Block]:
    """Headings `一、…` with what stands below; a part with nothing below is left out."""
    found: list[Block] = []
    for number, (heading, blocks) in enumerate((each for each in parts if each[1]), 0):
        found += [Block("h1", (Text(heading),), f"{NUMERALS[number]}、"), *blocks]
    return found


def table(columns: Columns, rows: Iterable[Sequence[object]], caption: str = "") -> Block:
    """A table: (header, share of the width, alignment) for each column."""
    shape = Table(
        tuple(Column(width, align) for _label, width, align in columns), tuple(label for label, _w, _a in columns),
        tuple(tuple((Text("" if cell is None else str(cell)),) for cell in row) for row in rows),
    )  # fmt: skip
    return Block("table", (Text(caption),) if caption else (), table=shape)


def in_capitals(fen: int) -> str:
    """`合计（大写）：人民币陆万元整`"""
    return f"合计（大写）：人民币{money_capitals(fen)}"


def signatures() -> Block:
    """Places to sign."""
    return p("经办人：　　　　　　　审核：　　　　　　　审批：")
