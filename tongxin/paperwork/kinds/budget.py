"""预算表."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.papers import Document
from tongxin.core.papers.parts import signatures
from tongxin.core.sheets.write import SheetOut
from tongxin.paperwork.kinds.kind import Gap, Kind
from tongxin.paperwork.kinds.money import capitals, money_sheet, money_table
from tongxin.paperwork.kinds.parts import file_title, issuer, p, when
from tongxin.paperwork.rules.facts import Facts


def build(facts: Facts) -> Document:
    """Time, heads, the lines, the sum in capitals, places to sign."""
    heads = f"　人数：{facts.expected}人" if facts.expected else ""
    lines = (
        p(f"时间：{when(facts) or '待定'}{heads}"),
        money_table(facts.budget),
        p(capitals(facts.budget)),
        signatures(),
    )
    return Document(file_title(facts, "经费预算表"), lines, issuer(facts), facts.today)


def sheet(facts: Facts) -> list[SheetOut]:
    """The lines."""
    return money_sheet("预算", facts.budget)


def gaps(facts: Facts) -> list[Gap]:
    """Lines."""
    return [] if facts.budget else [Gap(_("还没有一行"), "paperwork:budget")]


KIND: Final = Kind(
    "budget", gettext_lazy("预算表"), gettext_lazy("每一行、合计和大写"), paper=build, sheet=sheet, gaps=gaps,
    there=lambda facts: bool(facts.budget),
    edit="paperwork:budget", lists=("预算",),
)  # fmt: skip
