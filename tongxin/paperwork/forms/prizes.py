"""The prizes of an activity."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tongxin.core.amounts import NotAnAmount, amount, plain
from tongxin.paperwork.forms.rows import AMOUNTS, RowsForm, WrongCell
from tongxin.paperwork.rules.facts import Prize

MOST_VALUE: Final = Decimal("9999999.99")


class PrizesForm(RowsForm):
    """`found` are Prize lines."""

    columns = (
        ("name", _("奖项"), 60, ""), ("thing", _("奖品"), 60, ""), ("value", _("价值（元）"), 20, "num"), ("receiver", _("领取人或队"), 60, ""),
    )  # fmt: skip

    def row_of(self, typed: dict[str, str]) -> Prize:
        """A prize; without a value it is worth nothing to the settlement."""
        if not typed["name"]:
            raise WrongCell("prize.no_name", "name", gettext("写上是什么奖。"))
        try:
            value = amount(typed["value"], MOST_VALUE) if typed["value"] else Decimal("0.00")
        except NotAnAmount as wrong:
            raise WrongCell(f"money.{wrong.code}", "value", str(AMOUNTS[wrong.code])) from wrong
        return Prize(typed["name"], typed["thing"], value, typed["receiver"])


def kept_prizes(prizes: tuple[Prize, ...]) -> list[dict[str, str]]:
    """Prizes as the boxes show them."""
    return [
        {
            "name": each.name,
            "thing": each.thing,
            "value": plain(each.value) if each.value else "",
            "receiver": each.receiver,
        }
        for each in prizes
    ]
