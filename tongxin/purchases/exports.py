"""The ledger and a round's settlement as spreadsheets. Sums are decimals to the fen, never floats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import BinaryIO

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tongxin.core.sheets.write import ColOut, SheetOut, Value, write_workbook
from tongxin.goods.models import Scope
from tongxin.goods.words import county
from tongxin.purchases.models import Purchase
from tongxin.purchases.queries.ledger import scopes_named
from tongxin.purchases.queries.lines import InvoiceLine
from tongxin.purchases.queries.money import Money
from tongxin.purchases.words import NOT_SAID, payer
from tongxin.ui.words import comma, listed

AMOUNT = 6  # the column of the sum in the ledger's sheet


def yuan(fen: int) -> Decimal:
    """Fen as a decimal of yuan."""
    return Decimal(fen).scaleb(-2)


def write_ledger(target: BinaryIO, lines: Sequence[Purchase], invoices: Sequence[InvoiceLine] = ()) -> None:
    """The lines with their sum below, each scope by payer, and the invoices."""
    write_workbook(
        target, [ledger_sheet(lines), scopes_sheet(lines), *([invoices_sheet(invoices)] if invoices else [])]
    )


def ledger_sheet(lines: Sequence[Purchase]) -> SheetOut:
    """One line a row, oldest first; the last row is the sum."""
    columns = (
        ColOut(_("日期"), 12, "day"), ColOut(_("供应商"), 26), ColOut(_("买了什么"), 30), ColOut(_("数量"), 10, "number"), ColOut(_("用途"), 20),
        ColOut(_("谁出"), 12), ColOut(_("金额（元）"), 14, "number"), ColOut(_("发票号码"), 16), ColOut(_("产地"), 18), ColOut(_("村"), 14),
        ColOut(_("统计口径"), 22), ColOut(_("证明"), 16), ColOut(_("平台订单号"), 18), ColOut(_("福利"), 18), ColOut(_("多少人"), 8, "number"),
        ColOut(_("单位"), 16), ColOut(_("冲哪一笔"), 10, "number"), ColOut(_("编号"), 8, "number"), ColOut(_("说明"), 30),
    )  # fmt: skip
    return SheetOut(_("采购台账"), columns, _rows(lines, len(columns)))


def scopes_sheet(lines: Sequence[Purchase]) -> SheetOut:
    """Each scope by payer, with its unit where two have one name; scopes are never added up, so the last row counts each line
    once.
    """
    known: dict[int, Scope] = {}
    cells_of: dict[int, dict[str, int]] = {}
    whole: dict[str, int] = {}
    for line in lines:
        scopes = line.scopes.all()
        for scope in scopes:
            cells = cells_of.setdefault(known.setdefault(scope.pk, scope).pk, {})
            cells[line.payer] = cells.get(line.payer, 0) + line.fen
        if scopes:
            whole[line.payer] = whole.get(line.payer, 0) + line.fen
    payers = sorted({key for cells in [*cells_of.values(), whole] for key in cells})
    columns = [
        ColOut(_("统计口径"), 30),
        *(ColOut(payer(key), 14, "number") for key in payers),
        ColOut(_("合计（元）"), 14, "number"),
    ]
    names = _told_apart(list(known.values()))
    rows = [_scope(names[pk], cells, payers) for pk, cells in cells_of.items()]
    return SheetOut(_("口径和谁出"), columns, [*rows, _scope(_("全部，每笔只算一次"), whole, payers)])


def invoices_sheet(invoices: Sequence[InvoiceLine]) -> SheetOut:
    """One invoice a row with what its lines add up to."""
    columns = (
        ColOut(_("发票号码"), 16), ColOut(_("开票日期"), 12, "day"), ColOut(_("开票方"), 28), ColOut(_("价税合计（元）"), 14, "number"),
        ColOut(_("已记采购（元）"), 14, "number"), ColOut(_("相差（元）"), 14, "number"), ColOut(_("抬头"), 28),
    )  # fmt: skip
    return SheetOut(pgettext("several", "发票"), columns, map(_invoice, invoices))


def write_settlement(target: BinaryIO, money: Money) -> None:
    """A round: by payer, the packs as they were settled and in a row what came since; all its lines."""
    now, money = money, money.as_settled
    payers = (
        ColOut(_("谁出"), 16),
        ColOut(_("每人（元）"), 12, "number"),
        ColOut(_("批准（元）"), 14, "number"),
        ColOut(_("实际（元）"), 14, "number"),
    )
    packs = (
        ColOut(_("礼包"), 24), ColOut(_("买了"), 8, "number"), ColOut(_("到了"), 8, "number"), ColOut(_("坏了"), 8, "number"), ColOut(_("发了"), 8, "number"),
        ColOut(_("剩下"), 8, "number"),
    )  # fmt: skip
    paid: list[list[Value]] = [
        [each.label, yuan(each.share), yuan(each.allowed), yuan(each.spent)] for each in money.payers
    ]
    paid.append([_("合计"), None, yuan(money.allowed), yuan(money.spent)])
    goods: list[list[Value]] = [
        [str(each.pack), each.bought, each.came, each.bad, each.given, each.left] for each in money.packs
    ]
    if now.later:
        paid.append([_("结算以后冲账"), None, None, yuan(now.since)])
    if now.given_since:
        goods.append([_("结算以后发放"), None, None, None, now.given_since, None])
    write_workbook(
        target, [SheetOut(pgettext("column", "结算"), payers, paid), SheetOut(_("礼包"), packs, goods), ledger_sheet(now.lines)]
    )  # fmt: skip


def _rows(lines: Sequence[Purchase], width: int) -> Iterator[list[Value]]:
    total = 0
    for line in lines:
        total += line.fen
        yield _row(line)
    last: list[Value] = [None] * width
    last[1], last[AMOUNT] = _("合计"), yuan(total)
    yield last


def _row(line: Purchase) -> list[Value]:
    return [
        line.on, line.supplier.name, line.what, line.count, line.purpose, payer(line.payer), yuan(line.fen),
        line.invoice.number if line.invoice else "", county(line.county) or str(NOT_SAID), line.village, listed(scopes_named(line)),
        line.proof, line.order_no, line.round.title if line.round else "", line.heads, line.unit.called, line.corrects_id, line.pk,
        line.words,
    ]  # fmt: skip


def _invoice(each: InvoiceLine) -> list[Value]:
    found = each.invoice
    return [
        found.number,
        found.dated,
        found.supplier.name,
        yuan(found.fen),
        yuan(each.used),
        yuan(each.rest),
        found.buyer,
    ]


def _told_apart(scopes: Sequence[Scope]) -> dict[int, str]:
    """What each scope is called; with its unit where another is called the same."""
    often = Counter(scope.name for scope in scopes)
    return {scope.pk: comma(scope.name, scope.unit.called) if often[scope.name] > 1 else scope.name for scope in scopes}


def _scope(name: str, cells: dict[str, int], payers: Sequence[str]) -> list[Value]:
    return [name, *(yuan(cells.get(key, 0)) for key in payers), yuan(sum(cells.values()))]
