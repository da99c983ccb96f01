"""The lines of a budget or settlement."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from tongxin.core.amounts import MOST, NotAnAmount, amount, counted, plain, product
from tongxin.paperwork.forms.rows import AMOUNTS, RowsForm, WrongCell
from tongxin.paperwork.rules.lines import Money, WrongLine, line

MOST_COUNT: Final = Decimal("9999999.99")
SENTENCES: Final[dict[str, Any]] = {
    "no_item": _("写上是什么。"),
    "no_amount": _("写单价，或者写金额。"),
    "does_not_multiply": _("单价乘数量不是这个金额。改一个，或者把金额空着。"),
    "too_large": _("这个数太大了。"),
}


class LinesForm(RowsForm):
    """`found` are Money lines."""

    columns = (
        ("item", _("项目"), 60, ""), ("price", _("单价"), 30, "num"), ("count", _("数量"), 20, "num"), ("measure", _("单位"), 10, "tiny"),
        ("amount", _("金额"), 30, "num"), ("remark", _("备注"), 100, ""),
    )  # fmt: skip

    def row_of(self, typed: dict[str, str]) -> Money:
        """A line, computed where something was left empty."""
        price = _sum(typed, "price")
        count = _sum(typed, "count", MOST_COUNT)
        given = _sum(typed, "amount")
        try:
            return line(typed["item"], price, count, typed["measure"], given, typed["remark"])
        except WrongLine as wrong:
            raise WrongCell(f"money.{wrong.code}", wrong.field, _sentence(wrong.code, price, count)) from wrong


def kept_lines(lines: tuple[Money, ...]) -> list[dict[str, str]]:
    """Lines as the boxes show them."""
    return [
        {
            "item": each.item, "price": plain(each.price), "count": counted(each.count), "measure": each.measure,
            "amount": plain(each.amount), "remark": each.remark,
        }
        for each in lines
    ]  # fmt: skip


def _sum(typed: dict[str, str], name: str, most: Decimal = MOST) -> Decimal | None:
    if not typed[name]:
        return None
    try:
        return amount(typed[name], most)
    except NotAnAmount as wrong:
        raise WrongCell(f"money.{wrong.code}", name, str(AMOUNTS[wrong.code])) from wrong


def _sentence(code: str, price: Decimal | None, count: Decimal | None) -> str:
    if code == "does_not_multiply" and price is not None:
        given = {"product": plain(product(price, Decimal(1) if count is None else count))}
        return str(_("单价乘数量是%(product)s，和金额不一样。改一个，或者把金额空着。") % given)
    return str(SENTENCES[code])
