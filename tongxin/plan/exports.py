"""The year's tables as spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import BinaryIO

from django.utils import timezone
from django.utils.translation import gettext as _

from tongxin.core.sheets.write import ColOut, SheetOut, Value, write_workbook
from tongxin.plan.models import BaselineItem
from tongxin.plan.queries.by_unit import UnitRow
from tongxin.plan.queries.facts import ItemFact, WorkFact


def write_year(target: BinaryIO, items: Iterable[ItemFact], work: Sequence[WorkFact]) -> None:
    """The table of the year's activities and, on a second sheet, its work items."""
    write_workbook(target, [SheetOut(_("活动"), _ITEMS(), map(_item, items)), _work_sheet(work)])


def write_changes(target: BinaryIO, items: Iterable[ItemFact]) -> None:
    """Every turn against the plan, one a row."""
    columns = [
        ColOut(_("序"), 6, "number"), ColOut(_("活动"), 28), ColOut(_("与计划相比"), 12), ColOut(_("计划日期"), 12, "day"),
        ColOut(_("现在的日期"), 12, "day"), ColOut(_("变动"), 10), ColOut(_("原因"), 14), ColOut(_("说明"), 40),
        ColOut(_("经手"), 16), ColOut(_("时间"), 18, "moment"),
    ]  # fmt: skip
    write_workbook(target, [SheetOut(_("变动"), columns, (row for item in items for row in _turns(item)))])


def write_baseline(target: BinaryIO, lines: Iterable[BaselineItem]) -> None:
    """The frozen plan as it was approved."""
    columns = [
        ColOut(_("序"), 6, "number"), ColOut(_("名称"), 30), ColOut(_("类别"), 14), ColOut(_("计划日期"), 12, "day"),
        ColOut(_("计划时间原文"), 16), ColOut(_("承办"), 40), ColOut(_("预计人数"), 10, "number"), ColOut(_("计入全年活动"), 12),
    ]  # fmt: skip
    write_workbook(target, [SheetOut(_("审定的计划"), columns, map(_line, lines))])


def write_work(target: BinaryIO, work: Sequence[WorkFact]) -> None:
    """The work items of a year."""
    write_workbook(target, [_work_sheet(work)])


def write_units(target: BinaryIO, rows: Iterable[UnitRow]) -> None:
    """Planned against held by unit."""
    columns = [
        ColOut(_("单位"), 30), ColOut(_("种类"), 10), ColOut(_("计划"), 8, "number"), ColOut(_("已开展"), 8, "number"),
        ColOut(_("计划外"), 8, "number"), ColOut(_("团建"), 26), ColOut(_("团建日期"), 12, "day"),
    ]  # fmt: skip
    found = (
        [row.name, row.kind, row.planned, row.held, row.added, row.outing.title if row.outing else "", row.outing_on]
        for row in rows
    )
    write_workbook(target, [SheetOut(_("各单位"), columns, found)])


def _ITEMS() -> list[ColOut]:  # noqa: N802 – a constant whose words depend on the reader
    return [
        ColOut(_("序"), 6, "number"), ColOut(_("活动"), 30), ColOut(_("类别"), 12), ColOut(_("承办"), 40),
        ColOut(_("计划日期"), 12, "day"), ColOut(_("计划时间原文"), 14), ColOut(_("实际或拟定"), 12, "day"), ColOut(_("结束"), 12, "day"),
        ColOut(_("相差天数"), 8, "number"), ColOut(_("形式"), 10), ColOut(_("预计人数"), 8, "number"),
        ColOut(_("参加人数"), 8, "number"), ColOut(_("参加人次"), 8, "number"), ColOut(_("状态"), 10),
        ColOut(_("结果"), 14), ColOut(_("原因"), 36),
    ]  # fmt: skip


def _item(item: ItemFact) -> list[Value]:
    return [
        item.number, item.title, item.category.label, item.organised_by, item.planned_on, item.planned_words, item.day,
        item.held_until or item.ends_on, item.shift or None, item.mode_label, item.expected, item.persons, item.person_times,
        item.state_label, item.fate_word, item.reason_label,
    ]  # fmt: skip


def _turns(item: ItemFact) -> Iterable[list[Value]]:
    head = [item.number, item.title, item.difference_word, item.planned_on, item.day]
    if not item.changes:
        yield [*head, None, None, None, None, None]
    for change in item.changes:
        yield [*head, change.kind_label, change.reason_label, change.words, change.by, timezone.localtime(change.at)]


def _line(line: BaselineItem) -> list[Value]:
    organisers = "，".join(organiser["name"] for organiser in line.organisers)
    category = line.category.label if line.category else _("工作事项")
    counted = _("是") if line.counted else _("否")
    return [line.number, line.title, category, line.planned_on, line.planned_words, organisers, line.expected, counted]


def _work_sheet(work: Sequence[WorkFact]) -> SheetOut:
    columns = [
        ColOut(_("序"), 6, "number"), ColOut(_("事项"), 30), ColOut(_("种类"), 14), ColOut(_("责任单位"), 20), ColOut(_("负责人"), 10),
        ColOut(_("开始"), 12, "day"), ColOut(_("期限"), 12, "day"), ColOut(_("完成进度（%）"), 10, "number"),
        ColOut(_("状态"), 10), ColOut(_("原因"), 14), ColOut(_("说明"), 40),
    ]  # fmt: skip
    rows = (
        [item.number, item.title, item.kind_label, item.responsible, item.owner, item.starts_on, item.due_on,
         item.share_done, item.state_label, item.reason_label, item.words]
        for item in work
    )  # fmt: skip
    return SheetOut(_("工作事项"), columns, rows)
