"""决算表."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.papers import Block, Document
from tongxin.core.papers.parts import signatures
from tongxin.core.sheets.write import SheetOut
from tongxin.paperwork.kinds.kind import Gap, Kind
from tongxin.paperwork.kinds.money import capitals, difference, money_sheet, money_table
from tongxin.paperwork.kinds.parts import file_title, issuer, p, when
from tongxin.paperwork.rules.facts import Facts
from tongxin.paperwork.rules.lines import total


def build(facts: Facts) -> Document:
    """Time, heads, the lines, the sum in capitals, how it stands to the budget, places to sign."""
    heads = f"　参加：{facts.came}人" if facts.came else ""
    lines: list[Block] = [
        p(f"时间：{when(facts) or '待定'}{heads}"),
        money_table(facts.settlement),
        p(capitals(facts.settlement)),
    ]
    if facts.budget:
        lines.append(p(difference(total(facts.budget), total(facts.settlement))))
    return Document(file_title(facts, "经费决算表"), (*lines, signatures()), issuer(facts), facts.today)


def sheet(facts: Facts) -> list[SheetOut]:
    """The lines, and the budget on a second sheet where there is one."""
    budget = money_sheet("预算", facts.budget) if facts.budget else []
    return [*money_sheet("决算", facts.settlement), *budget]


def gaps(facts: Facts) -> list[Gap]:
    """Lines."""
    return [] if facts.settlement else [Gap(_("还没有一行"), "paperwork:settlement")]


KIND: Final = Kind(
    "settlement", gettext_lazy("决算表"), gettext_lazy("实际花的每一行、合计、大写，和预算对照"), paper=build, sheet=sheet,
    gaps=gaps, there=lambda facts: bool(facts.settlement), edit="paperwork:settlement", lists=("预算", "决算"),
)  # fmt: skip
