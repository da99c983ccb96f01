"""Puts a draft together: 一、完成的主要工作, 二、存在的问题和困难, between preamble and closing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from tongxin.report import sections
from tongxin.report.drafting import activities, closing, duty, goals, mobilising, opening, problems, welfare
from tongxin.report.drafting.words import block
from tongxin.report.queries.material import Material
from tongxin.report.rules.body import Block, Body
from tongxin.report.sections import CLOSING, OPENING, PROBLEMS, WORK, Section

HEADINGS: Final = {WORK: "完成的主要工作", PROBLEMS: "存在的问题和困难"}
OURS: Final = (
    Section("opening", OPENING, 10, opening.draft),
    Section("duty", WORK, 10, duty.draft),
    Section("directives", WORK, 15, goals.directives),
    Section("goals", WORK, 20, goals.goals),
    Section("mobilisation", WORK, 25, mobilising.draft),
    Section("welfare", WORK, 27, welfare.draft),
    Section("activities", WORK, 30, activities.draft),
    Section("taken_up", WORK, 90, goals.taken_up),
    Section("organisation", PROBLEMS, 10, problems.organisation),
    Section("arrangement", PROBLEMS, 20, problems.arrangement),
    Section("care", PROBLEMS, 30, problems.care),
    Section("closing", CLOSING, 10, closing.draft),
)


def draft(material: Material, day: date) -> Body:
    """The first text of a summary, dated `day`."""
    blocks = (made for part in sections.PARTS for made in _part(material, part))
    return Body(
        title=f"{material.unit.name}{material.year}年工作总结",
        issuer=material.unit.name,
        day=day,
        blocks=tuple(_numbered(blocks)),
    )


def _part(material: Material, part: str) -> list[Block]:
    made = [written for section in sections.of_part(part) for written in section.draft(material)]
    return [block("h1", HEADINGS[part]), *made] if made and part in HEADINGS else made


def _numbered(blocks: Iterable[Block]) -> Iterable[Block]:
    return (replace(made, id=f"b{number}") for number, made in enumerate(blocks, 1))
