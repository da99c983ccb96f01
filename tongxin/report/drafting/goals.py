"""What the year was for: tasks from above and the year's goals; and what became of last year's problems."""

from __future__ import annotations

from collections.abc import Iterable

from tongxin.plan.queries.proposals import Answer, answers
from tongxin.report.drafting.words import Piece, block, listed, quoted
from tongxin.report.queries.material import Material
from tongxin.report.rules.body import Block


def directives(material: Material) -> list[Block]:
    """`落实上级部署`: how many there were and how many are closed, and which; nothing where none is on record."""
    received, closed = material.chip("directives.received"), material.chip("directives.closed")
    if not received or not received.value:
        return []
    pieces: list[Piece] = [f"{material.year}年，{material.itself}承接上级部署", received]
    pieces += ["，已结案", closed] if closed and closed.value else []
    done = [one for one in material.records.directives if one.state == "closed"]
    givers = list(dict.fromkeys(one.given_by for one in done))
    told = f"。落实了{listed(givers)}部署的{_quoted(one.title for one in done)}" if done else ""
    open_ = [one.title for one in material.records.directives if one.state != "closed"]
    more = f"{'；' if told else '。'}{_quoted(open_)}正在落实" if open_ else ""
    return [block("h2", "落实上级部署"), block("p", *pieces, f"{told}{more}。")]


def goals(material: Material) -> list[Block]:
    """`推进年度目标`: how many goals, served and reached; nothing where none is set."""
    whole = material.chip("plan.goals")
    if not whole or not whole.value:
        return []
    idea = material.records.plan.idea if material.records.plan else ""
    pieces: list[Piece] = [f"围绕“{idea}”的工作思路，" if idea else "", "全年设定年度目标", whole]
    for words, key in (("，有活动或工作支撑的", "plan.goals_served"), ("，达到指标的", "plan.goals_reached")):
        chip = material.chip(key)
        pieces += [words, chip] if chip and chip.value else []
    empty = material.chip("plan.goals_empty")
    pieces += ["，尚未有工作支撑的", empty] if empty and empty.value else []
    done = material.chip("plan.items_done")
    pieces += ["。工作事项完成", done] if done and done.value else []
    return [block("h2", "推进年度目标"), block("p", *pieces, "。")]


def taken_up(material: Material) -> list[Block]:
    """`改进上年问题`: what last year's findings became; nothing where none was put into the plan."""
    found = [one for one in answers(material.unit, material.year) if not one.left_out]
    if not found:
        return []
    done = [one for one in found if one.shape == "done"]
    rest = [one for one in found if one.shape != "done"]
    told = [f"{_quoted(_names(some))}{words}" for some, words in ((done, "已经做成"), (rest, "还在推进")) if some]
    return [block("h2", "改进上年问题"), block("p", f"针对上一年的问题列入计划的事项中，{'，'.join(told)}。")]


def _quoted(titles: Iterable[str]) -> str:
    """Titles in a row; marks within marks are single ones (GB/T 15834-2011, 4.8.3.2)."""
    return quoted(title.replace("“", "‘").replace("”", "’") for title in titles)


def _names(some: list[Answer]) -> list[str]:
    return [one.became for one in some]
