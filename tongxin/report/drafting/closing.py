"""Closing: the approved wording, or an honest sentence about how far the year came."""

from __future__ import annotations

from tongxin.report.drafting.words import Piece, block
from tongxin.report.queries.material import Material
from tongxin.report.rules.body import CLOSING, Block


def draft(material: Material) -> list[Block]:
    """Never claims more than the figures carry: a share of the plan, not 基本完成."""
    approved = material.wording("closing")
    if approved:
        return [block("p", approved, place=CLOSING)]
    share, done, undone = (
        material.chip(key) for key in ("activities.completion", "plan.items_done", "plan.items_not_done")
    )
    pieces: list[Piece] = [f"回顾{material.year}年的工作"]
    pieces += ["，活动完成年度计划的", share] if share else []
    pieces += ["，工作事项完成", done] if done and done.value else []
    pieces += ["，尚有", undone, "未完成"] if undone and undone.value else []
    forward = "。下一步，将针对存在的问题改进工作安排，把各项服务落到教职工身上。"
    return [block("p", *pieces, forward if material.findings else "。下一步，将继续做好各项服务。", place=CLOSING)]
