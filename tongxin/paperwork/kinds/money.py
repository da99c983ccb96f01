"""What budget and settlement share: lines, total, the sum in capitals, places to sign."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tongxin.core.amounts import counted, fen, plain
from tongxin.core.papers import Block
from tongxin.core.papers.parts import in_capitals
from tongxin.core.sheets.write import ColOut, SheetOut, Value
from tongxin.paperwork.kinds.parts import Columns, table
from tongxin.paperwork.rules.lines import Money, total

COLUMNS: Columns = (
    ("序号", 1.0, "center"), ("项目", 3.6, "left"), ("单价（元）", 2.0, "right"), ("数量", 1.3, "right"), ("单位", 1.1, "center"),
    ("金额（元）", 2.2, "right"), ("备注", 2.4, "left"),
)  # fmt: skip


def money_table(lines: Sequence[Money]) -> Block:
    """The lines and their exact sum."""
    rows: list[tuple[object, ...]] = [
        (number, each.item, plain(each.price), counted(each.count), each.measure, plain(each.amount), each.remark)
        for number, each in enumerate(lines, 1)
    ]
    rows.append(("", "合计", "", "", "", plain(total(lines)), ""))
    return table(COLUMNS, rows)


def capitals(lines: Sequence[Money]) -> str:
    """`合计（大写）：人民币陆万元整`"""
    return in_capitals(fen(total(lines)))


def money_sheet(title: str, lines: Sequence[Money]) -> list[SheetOut]:
    """The lines, their sum and the sum in capitals as a sheet."""
    columns = (
        ColOut("序号", 6, "number"), ColOut("项目", 28), ColOut("单价（元）", 12, "number"), ColOut("数量", 8, "number"), ColOut("单位", 8),
        ColOut("金额（元）", 14, "number"), ColOut("备注", 28),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (number, each.item, each.price, each.count, each.measure, each.amount, each.remark)
        for number, each in enumerate(lines, 1)
    ]
    rows += [("", "合计", None, None, "", total(lines), ""), ("", capitals(lines), None, None, "", None, "")]
    return [SheetOut(title, columns, rows)]


def difference(budget: Decimal, settlement: Decimal) -> str:
    """How the settlement stands to the budget."""
    rest = budget - settlement
    if not rest:
        return f"预算{plain(budget)}元，决算{plain(settlement)}元，相符。"
    return f"预算{plain(budget)}元，决算{plain(settlement)}元，{'结余' if rest > 0 else '超支'}{plain(abs(rest))}元。"
