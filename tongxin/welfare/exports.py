"""Lists of a round as spreadsheets: who is entitled, what is in the packs, what was quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import BinaryIO

from django.utils.translation import gettext as _

from tongxin.core.sheets.write import ColOut, SheetOut, Value, write_workbook
from tongxin.welfare.models import Entitled
from tongxin.welfare.queries.packs import PackView


def write_people(rows: Iterable[Entitled], target: BinaryIO) -> None:
    """The list under the filters of its page, as .xlsx."""
    columns = [
        ColOut(_("序"), 6, "number"), ColOut(_("单位"), 22), ColOut(_("工号"), 12), ColOut(_("姓名"), 12), ColOut(_("在籍"), 8),
        ColOut(_("加进来的原因"), 24), ColOut(_("去掉的原因"), 24), ColOut(_("核对意见"), 24), ColOut(_("怎么处理的"), 24),
    ]  # fmt: skip
    write_workbook(target, [SheetOut(_("名单"), columns, _people(rows))])


def write_packs(packs: Sequence[PackView], target: BinaryIO) -> None:
    """What is in each pack, and every quotation beside the others, as .xlsx."""
    items = [
        ColOut(_("礼包"), 18), ColOut(_("品名"), 24), ColOut(_("供应商"), 24), ColOut(_("产地"), 20), ColOut(_("统计口径"), 18),
        ColOut(_("单价（元）"), 12, "number"), ColOut(_("数量"), 8, "number"), ColOut(_("金额（元）"), 12, "number"),
    ]  # fmt: skip
    quotes = [
        ColOut(_("礼包"), 18), ColOut(_("供应商"), 24), ColOut(_("每份报价（元）"), 14, "number"), ColOut(_("报价日期"), 12, "day"),
        ColOut(_("交货和服务"), 28), ColOut(_("最低"), 8), ColOut(_("选中"), 8), ColOut(_("选它的理由"), 28),
    ]  # fmt: skip
    sheets = [SheetOut(_("礼包"), items, _items(packs)), SheetOut(_("比价"), quotes, _quotes(packs))]
    write_workbook(target, sheets)


def _people(rows: Iterable[Entitled]) -> Iterator[list[Value]]:
    for number, row in enumerate(rows, 1):
        yield [
            number, row.unit.called if row.unit else "", row.person.staff_no, row.person.name, _yes(row.member), row.added, row.struck,
            row.remark, row.settled,
        ]  # fmt: skip


def _items(packs: Sequence[PackView]) -> Iterator[list[Value]]:
    for pack in packs:
        for each in pack.items:
            yield [
                pack.called, each.name, each.supplier, each.origin, " ".join(each.marks), _yuan(each.price_fen), each.count,
                _yuan(each.fen),
            ]  # fmt: skip
        yield [pack.called, _("合计"), "", "", "", None, None, _yuan(pack.price_fen)]


def _quotes(packs: Sequence[PackView]) -> Iterator[list[Value]]:
    for pack in packs:
        for each in pack.quotes:
            yield [
                pack.called, each.supplier, _yuan(each.fen), each.quoted_on, each.terms, _yes(each.lowest), _yes(each.chosen),
                each.reason,
            ]  # fmt: skip


def _yes(value: bool) -> str:
    return _("是") if value else ""


def _yuan(fen: int) -> Decimal:
    return Decimal(fen) / 100
