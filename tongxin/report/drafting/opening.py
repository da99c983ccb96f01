"""Preamble: the approved wording of the year, or one neutral sentence; then what the summary is for."""

from __future__ import annotations

from tongxin.report.drafting.words import block
from tongxin.report.queries.material import Material
from tongxin.report.rules.body import PREAMBLE, Block


def draft(material: Material) -> list[Block]:
    """The political frame of a year is never written by the product: it comes from the wordings `preamble-…`."""
    approved = [wording.text for wording in material.wordings_of("preamble")]
    whole = material.wordings.get("preamble")
    words = ([whole.text] if whole else []) + approved or [_neutral(material)]
    blocks = [block("p", material.read(text), place=PREAMBLE) for text in words]
    return [*blocks, block("p", _purpose(material), place=PREAMBLE)]


def _neutral(material: Material) -> str:
    idea = material.records.plan.idea if material.records.plan else ""
    thought = f"，以{_quoted(idea)}为工作思路" if idea else ""
    return f"{material.year}年，{material.unit.name}按照年度工作计划{thought}，围绕服务教职工开展各项工作。"


def _quoted(idea: str) -> str:
    return idea if idea.startswith("“") else f"“{idea}”"


def _purpose(material: Material) -> str:
    return f"为总结工作成效，分析存在的问题，为下一步更好开展工会工作打下基础，现对{material.year}年度{material.itself}总体工作总结如下："
