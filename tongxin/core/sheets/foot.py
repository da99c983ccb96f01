"""Rows that are no records: totals, signatures, notes, examples, headings between the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from tongxin.core.sheets.values import Cell, shown

Why = Literal["repeated_header", "repeated_title", "total", "signature", "sample", "heading"]
TOTAL = re.compile(
    r"(?:本页|部门|全校|全院|单位)?(?:合计|总计|小计|累计|共计|总数|总人数)(?:[(（].*[)）])?(?:[:：].*|\d.*|[人项]次?数?)?"
    r"|(?:以上)?(?:合计|总计|共计|总共|共)\d+[人项名条次].*"
)
SIGNATURE = re.compile(
    r"(?:制表|填表|填报|上报|报送|统计|审核|审批|审批意见|主管|负责|经办|单位|工会|部门)?(?:人|时间|日期|领导|单位|主席|负责人|意见)?"
    r"(?:签字|签名|签章|盖章|[(（](?:签字|签名|签章|盖章|公章).*[)）])?[:：].*"
)
NOTE = re.compile(r"(?:备?注|说明|填表说明|注意)\d*[:：].*|[(（]?(?:公章|盖章)[)）]?")
SAMPLE = re.compile(r"[(（【]?(?:示例|样例|举例)[)）】]?(?:[:：].*)?")
BEGINNINGS = frozenset("本部全单合总小累共以示样举(（【")  # of whatever TOTAL and SAMPLE match
SECTION = re.compile(
    r"[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．\s].*|[(（][一二三四五六七八九十]{1,3}[)）].*|第[一二三四五六七八九十]{1,3}[部章节类].*"
)


def judge(cells: Sequence[Cell], banner: frozenset[int], mapped: Sequence[int]) -> Why | None:
    """Why this row is no record; None where it is one. `banner`: columns of cells merged over several columns."""
    count, telling = _glance(cells)
    few = count <= max(2, len(mapped) // 2)
    if not (few or telling):
        return None
    held = [(index, "".join(shown(cell).split())) for index, cell in enumerate(cells) if cell != ""]
    held = [(index, value) for index, value in held if value]
    if any(SAMPLE.fullmatch(value) for _, value in held[:3]):
        return "sample"
    if any(TOTAL.fullmatch(value) for _, value in held[:2]):
        return "total"
    first = held[0][1]
    if few and (NOTE.fullmatch(first) or SIGNATURE.fullmatch(first)):
        return "signature"
    if len(held) == 1 and len(mapped) > 1 and _heads(held[0][0], first, banner, mapped):
        return "heading"
    return None


def _glance(cells: Sequence[Cell]) -> tuple[int, bool]:
    """How many cells hold something, and whether one of the first three begins like a total or an example: nearly no
    row does, and the rest of the question is spared for nearly all."""
    count, telling = 0, False
    for cell in cells:
        if cell == "":
            continue
        if cell.__class__ is str:
            bare = cell.lstrip()
            if not bare:
                continue
            telling = telling or (count < 3 and bare[0] in BEGINNINGS)
        count += 1
    return count, telling


def _heads(index: int, value: str, banner: frozenset[int], mapped: Sequence[int]) -> bool:
    return index in banner or index not in mapped or bool(SECTION.fullmatch(value))
