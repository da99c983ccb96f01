"""What several papers share: paragraphs, tables, and how day, place and people read in the office's usual form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tongxin.core.papers import Block, Column, Table, Text
from tongxin.core.papers.document import Align
from tongxin.core.papers.wording import day_words
from tongxin.paperwork.rules.facts import Facts, Slot
from tongxin.ui.words import hour, local, weekday

NUMERALS = "一二三四五六七八九十"


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


Columns = Sequence[tuple[str, float, Align]]


def table(columns: Columns, rows: Iterable[Sequence[object]], caption: str = "") -> Block:
    """A table: (header, share of the width, alignment) for each column."""
    shape = Table(
        tuple(Column(width, align) for _label, width, align in columns), tuple(label for label, _w, _a in columns),
        tuple(tuple((Text("" if cell is None else str(cell)),) for cell in row) for row in rows),
    )  # fmt: skip
    return Block("table", (Text(caption),) if caption else (), table=shape)


def when(facts: Facts) -> str:
    """`2020年10月25日（周日）8:40`; empty while the day is open."""
    if facts.day is None:
        return ""
    words = f"{day_words(facts.day)}（{weekday(facts.day)}）"
    if facts.until and facts.until != facts.day:
        words += f"至{day_words(facts.until)}（{weekday(facts.until)}）"
    return words + (hour(facts.starts_at) if facts.starts_at else "")


def slot_when(slot: Slot, facts: Facts) -> str:
    """When a slot is; the activity's own time where it has none."""
    if slot.starts_at is None:
        return when(facts)
    return f"{day_words(local(slot.starts_at))}（{weekday(slot.starts_at)}）{hour(slot.starts_at)}"


def slot_title(slot: Slot, facts: Facts) -> str:
    """The slot by its name, the whole by the activity's."""
    return slot.title or facts.title


def organisers(facts: Facts) -> list[Block]:
    """`主办：…` `承办：…`, a line each."""
    rows = (
        ("主办单位", facts.units("host")),
        ("承办单位", facts.units("run", "joint")),
        ("协办单位", facts.units("assist")),
    )
    return [p(f"{label}：{names}") for label, names in rows if names]


def contact(facts: Facts) -> str:
    """`周敏，0553-…`"""
    return f"{facts.contact}，{facts.phone}" if facts.contact and facts.phone else facts.contact


def issuer(facts: Facts) -> str:
    """Who signs: the unit that the activity belongs to."""
    return facts.unit


def file_title(facts: Facts, title: str) -> str:
    """`“重阳节登高”活动方案`"""
    name = facts.title if facts.title.startswith("“") else f"“{facts.title}”"
    return f"{name}{title}"
