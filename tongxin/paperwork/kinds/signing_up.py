"""How one signs up, in the sentences of a plan or notice."""

from __future__ import annotations

from tongxin.core.papers import Block
from tongxin.paperwork.kinds.parts import Columns, p, slot_title, slot_when, table
from tongxin.paperwork.rules.facts import Facts, Slot
from tongxin.ui.words import fullday, hour


def people(facts: Facts) -> list[Block]:
    """Who may come and how many."""
    open_slots = [slot for slot in facts.slots if slot.signs_up]
    words = sorted({slot.whom for slot in open_slots if slot.whom}, key=len)
    found = [p("、".join(words) + "。")] if words else []
    if facts.expected and not open_slots:
        found.append(p(f"预计{facts.expected}人。"))
    return found


def ways(facts: Facts) -> list[Block]:
    """By when and by which rule."""
    return [p(_way(slot, facts)) for slot in facts.slots if slot.signs_up]


def sessions(facts: Facts) -> list[Block]:
    """A table of sessions or events where there are several parts."""
    parts = [slot for slot in facts.slots if not slot.whole]
    if not parts:
        return []
    columns: Columns = (
        ("序号", 1.0, "center"),
        ("名称", 3.0, "left"),
        ("时间", 4.5, "left"),
        ("地点", 3.0, "left"),
        ("名额", 1.2, "center"),
    )
    rows = [
        (number, slot_title(slot, facts), slot_when(slot, facts), slot.place or facts.place, slot.capacity or "不限")
        for number, slot in enumerate(parts, 1)
    ]
    return [table(columns, rows)]


def _way(slot: Slot, facts: Facts) -> str:
    words = f"{slot_title(slot, facts)}：" if not slot.whole else ""
    words += f"名额{slot.capacity}人，" if slot.capacity else "不限名额，"
    words += "报名结束后抽签" if slot.draw else "先到先得"
    if slot.opens_at:
        words += f"，{fullday(slot.opens_at)}{hour(slot.opens_at)}开始报名"
    if slot.closes_at:
        words += f"，{fullday(slot.closes_at)}{hour(slot.closes_at)}截止"
    return words + "。"
