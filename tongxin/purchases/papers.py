"""A round's settlement on paper. Always Chinese."""

from __future__ import annotations

from datetime import date
from typing import BinaryIO

from tongxin.core.papers import Block, Document, write_docx
from tongxin.core.papers.parts import Columns, in_capitals, p, sections, signatures, table
from tongxin.core.papers.wording import day_words
from tongxin.goods.words import origin
from tongxin.purchases.queries.money import Money
from tongxin.purchases.words import payer

PAYERS: Columns = (
    ("出资", 2.4, "left"),
    ("每人（元）", 1.6, "right"),
    ("批准（元）", 2.0, "right"),
    ("实际（元）", 2.0, "right"),
)
PACKS: Columns = (
    ("礼包", 3.0, "left"), ("采购", 1.0, "right"), ("验收", 1.0, "right"), ("损坏", 1.0, "right"), ("发放", 1.0, "right"), ("结余", 1.0, "right"),
)  # fmt: skip
LINES: Columns = (
    ("日期", 1.4, "center"), ("品名", 3.0, "left"), ("供应商和产地", 3.0, "left"), ("发票", 1.6, "center"), ("出资", 1.4, "center"), ("金额（元）", 1.8, "right"),
)  # fmt: skip


def settlement(money: Money, today: date) -> Document:
    """By payer, the packs, the lines, the sum in capitals, what becomes of the rest, places to sign.

    A settled round as it was settled, and in a line what came since.
    """
    since, money = _since(money), money.as_settled
    round = money.round
    head = p(f"发放日期：{day_words(round.gives_on)}　应发：{money.heads}人")
    paid = [(each.label, _plain(each.share), _plain(each.allowed), _plain(each.spent)) for each in money.payers]
    paid.append(("合计", "", _plain(money.allowed), _plain(money.spent)))
    packs = [
        (each.pack, each.bought, "" if each.came is None else each.came, each.bad, each.given, each.left)
        for each in money.packs
    ]
    lines = [
        (f"{line.on:%m-%d}", line.what, _from(line.supplier.name, origin(line.county, line.village)), line.invoice or "", payer(line.payer), _plain(line.fen))
        for line in money.lines
    ]  # fmt: skip
    parts: list[tuple[str, list[Block]]] = [
        ("资金", [table(PAYERS, paid), p(in_capitals(money.spent)), *since]),
        ("实物", [table(PACKS, packs)]),
        ("采购明细", [table(LINES, lines)]),
        ("结余处理", [p(money.settlement.left_words)] if money.settlement and money.settlement.left_words else []),
    ]
    mark = None if money.settlement else "未结算"
    return Document(
        f"“{round.title}”采购结算表", (head, *sections(parts), signatures()), round.unit.name, today, mark=mark
    )


def write_settlement_paper(target: BinaryIO, money: Money, today: date) -> None:
    """The paper as DOCX."""
    write_docx(settlement(money, today), target)


def _since(money: Money) -> list[Block]:
    """What the sums above do not hold yet."""
    said = []
    if money.later:
        said.append(f"结算以后冲账{_plain(money.since)}元，冲账后合计{_plain(money.spent)}元。")
    if money.given_since:
        said.append(f"结算以后发放{money.given_since:+}份，现共发放{money.given}份。")
    return [p("".join(said))] if said else []


def _plain(fen: int) -> str:
    return f"{'-' if fen < 0 else ''}{abs(fen) // 100}.{abs(fen) % 100:02}"


def _from(supplier: str, place: str) -> str:
    return f"{supplier}（{place}）" if place else supplier
