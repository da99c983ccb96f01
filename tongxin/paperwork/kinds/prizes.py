"""奖品领取表: each prize with a place to sign for it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.amounts import fen, plain
from tongxin.core.papers import Document
from tongxin.core.papers.parts import in_capitals
from tongxin.core.sheets.write import ColOut, SheetOut, Value
from tongxin.paperwork.kinds.kind import Gap, Kind
from tongxin.paperwork.kinds.parts import Columns, file_title, issuer, p, table, when
from tongxin.paperwork.rules.facts import Facts

COLUMNS: Columns = (
    ("序号", 1.0, "center"), ("奖项", 2.2, "left"), ("奖品", 2.8, "left"), ("价值（元）", 1.9, "right"), ("领取人", 2.2, "left"), ("签名", 2.4, "left"),
)  # fmt: skip


def worth(facts: Facts) -> Decimal:
    """The exact sum of all prizes."""
    return sum((each.value for each in facts.prizes), Decimal("0.00"))


def build(facts: Facts) -> Document:
    """The list, its sum, places to sign."""
    rows: list[tuple[object, ...]] = [
        (number, each.name, each.thing, plain(each.value) if each.value else "", each.receiver, "")
        for number, each in enumerate(facts.prizes, 1)
    ]
    rows.append(("", "合计", f"{len(facts.prizes)}份", plain(worth(facts)), "", ""))
    blocks = (
        p(f"时间：{when(facts) or '待定'}"), table(COLUMNS, rows), p(in_capitals(fen(worth(facts)))),
        p("发放人：　　　　　　　审核："),
    )  # fmt: skip
    return Document(file_title(facts, "奖品领取表"), blocks, issuer(facts), facts.today)


def sheet(facts: Facts) -> list[SheetOut]:
    """The list."""
    columns = (
        ColOut("序号", 6, "number"), ColOut("奖项", 16), ColOut("奖品", 24), ColOut("价值（元）", 12, "number"), ColOut("领取人", 16), ColOut("签名", 16),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (number, each.name, each.thing, each.value, each.receiver, "") for number, each in enumerate(facts.prizes, 1)
    ]
    return [SheetOut("奖品", columns, [*rows, ("", "合计", "", worth(facts), "", "")])]


def gaps(facts: Facts) -> list[Gap]:
    """Prizes, and who received them."""
    if not facts.prizes:
        return [Gap(_("还没有奖品"), "paperwork:prizes")]
    without = sum(1 for each in facts.prizes if not each.receiver)
    return [Gap(_("%(n)s份没写领取人") % {"n": without}, "paperwork:prizes")] if without else []


KIND: Final = Kind(
    "prizes", gettext_lazy("奖品领取表"), gettext_lazy("奖项、奖品、领取人，留出签名的格"), paper=build, sheet=sheet, gaps=gaps,
    there=lambda facts: bool(facts.prizes),
    edit="paperwork:prizes", lists=("奖品",),
)  # fmt: skip
