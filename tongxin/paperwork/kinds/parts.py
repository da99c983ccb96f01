"""What several papers share: paragraphs, tables, and how day, place and people read in the office's usual form."""

from __future__ import annotations

from tongxin.core.papers import Block
from tongxin.core.papers.parts import Columns, p, paragraphs, sections, table
from tongxin.core.papers.wording import day_words
from tongxin.paperwork.rules.facts import Facts, Slot
from tongxin.ui.words import hour, local, weekday

__all__ = [
    "Columns", "contact", "file_title", "issuer", "organisers", "p", "paragraphs", "sections", "slot_title", "slot_when", "table",
    "when",
]  # fmt: skip


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
