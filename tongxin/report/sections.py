"""Sections of a summary: each part of the text registers here, and a new area of work adds its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tongxin.core.registry import Registry
from tongxin.report.rules.body import Block

OPENING: Final = "opening"
WORK: Final = "work"
PROBLEMS: Final = "problems"
CLOSING: Final = "closing"
PARTS: Final = (OPENING, WORK, PROBLEMS, CLOSING)


@dataclass(frozen=True)
class Section:
    """`part` is where it stands, `order` its place there; `draft` writes its blocks from the material of the year
    (`report.queries.material.Material`), an `h2` first, or none where the records give nothing to tell."""

    key: str
    part: str
    order: int
    draft: Callable[[Any], Sequence[Block]]


sections: Registry[Section] = Registry("section of the summary")


def register(section: Section) -> Section:
    """Add a section; called from `ready()`."""
    return sections.register(section)


def of_part(part: str) -> list[Section]:
    """The sections of a part, in their order."""
    return sorted((section for section in sections if section.part == part), key=lambda section: section.order)
