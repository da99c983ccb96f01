"""Goals and tasks from above as spreadsheets."""

from __future__ import annotations

from typing import BinaryIO

from django.utils.translation import gettext as _

from tongxin.core.sheets.write import ColOut, SheetOut, Value, write_workbook
from tongxin.goals.queries.directives import DirectiveFact, DirectivesPage
from tongxin.goals.queries.tree import GoalFact, GoalTree
from tongxin.ui.words import listed


def write_goals(target: BinaryIO, tree: GoalTree) -> None:
    """One goal a row, with what serves it; one indicator a row on the second sheet."""
    columns = [
        ColOut(_("种类"), 10), ColOut(_("目标"), 30), ColOut(_("负责"), 20), ColOut(_("计划活动"), 10, "number"),
        ColOut(_("已开展"), 10, "number"), ColOut(_("工作事项"), 10, "number"), ColOut(_("已完成"), 10, "number"),
        ColOut(_("有没有事"), 10), ColOut(_("活动"), 60), ColOut(_("工作"), 40),
    ]  # fmt: skip
    measures = [
        ColOut(_("目标"), 30), ColOut(_("指标"), 30), ColOut(_("要求"), 10), ColOut(_("目标值"), 12), ColOut(_("实际"), 12),
        ColOut(_("达到"), 8),
    ]  # fmt: skip
    rows = (
        [goal.title, one.label, one.direction_label, one.told_target, one.told, _("是") if one.reached else _("否")]
        for goal in tree.everything
        for one in goal.indicators
    )
    write_workbook(
        target, [SheetOut(_("目标"), columns, map(_goal, tree.everything)), SheetOut(_("指标"), measures, rows)]
    )


def _goal(goal: GoalFact) -> list[Value]:
    return [
        goal.kind_label, f"{'　' * goal.depth}{goal.title}", goal.owner, len(goal.planned), len(goal.held), len(goal.work),
        goal.work_done, _("空着") if goal.is_empty else _("有"), listed(item.title for item in goal.activities),
        listed(item.title for item in goal.work),
    ]  # fmt: skip


def write_directives(target: BinaryIO, page: DirectivesPage) -> None:
    """One directive a row with its evidence and closing note; the matrix on the second sheet."""
    columns = [
        ColOut(_("部署"), 30), ColOut(_("谁部署的"), 16), ColOut(_("文件或会议"), 24), ColOut(_("部署日期"), 12, "day"),
        ColOut(_("期限"), 12, "day"), ColOut(_("负责"), 16), ColOut(_("状态"), 10), ColOut(_("落实"), 60),
        ColOut(_("材料"), 8, "number"), ColOut(_("结案说明"), 60), ColOut(_("结案日期"), 12, "day"), ColOut(_("谁结的"), 12),
    ]  # fmt: skip
    head = [ColOut(_("落实的事"), 30), ColOut(_("状态"), 12), *(ColOut(row.title, 14) for row in page.rows)]
    marks = ([line.proof.title, line.proof.state, *("√" if on else "" for on in line.marks)] for line in page.lines)
    write_workbook(
        target, [SheetOut(_("上级部署"), columns, map(_directive, page.rows)), SheetOut(_("对照表"), head, marks)]
    )


def _directive(row: DirectiveFact) -> list[Value]:
    return [
        row.title, row.given_by, row.document, row.given_on, row.due_on, row.owner, row.state_label,
        listed(proof.title for proof in row.proofs), row.papers, row.closing, row.closed_on, row.closed_by,
    ]  # fmt: skip
