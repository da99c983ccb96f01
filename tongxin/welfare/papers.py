"""The papers of a round, printed from its records: application, comparison sheet, draft of the minutes. Always Chinese."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from django.utils.translation import gettext_lazy, override

from tongxin.core.clock import local
from tongxin.core.papers import Block, Document, Text, write_docx, write_pdf
from tongxin.core.papers.parts import Columns, in_capitals, p, paragraphs, sections, signatures, table
from tongxin.core.papers.wording import day_words, exact_money, money_capitals
from tongxin.welfare.queries.amendments import said
from tongxin.welfare.queries.packs import PackView
from tongxin.welfare.queries.papers import PaperFacts

ITEMS: Final[Columns] = (
    ("序号", 1.0, "center"), ("品名规格", 3.4, "left"), ("产地", 2.6, "left"), ("单价（元）", 1.8, "right"), ("数量", 1.1, "right"),
    ("金额（元）", 1.9, "right"),
)  # fmt: skip
QUOTES: Final[Columns] = (
    ("序号", 1.0, "center"), ("供应商", 3.6, "left"), ("每份报价（元）", 2.0, "right"), ("报价日期", 2.0, "center"), ("交货和服务", 3.0, "left"),
    ("结果", 1.4, "center"),
)  # fmt: skip
UNITS: Final[Columns] = (("序号", 1.0, "center"), ("单位", 4.0, "left"), ("人数", 1.6, "right"))


@dataclass(frozen=True)
class Paper:
    """One kind: `title` is what it is called, `about` what it holds."""

    key: str
    title: Any
    about: Any
    build: Callable[[PaperFacts], Document]


FORMS: Final = ("docx", "pdf")


def write_paper(paper: Paper, form: str, facts: PaperFacts, target: BinaryIO) -> None:
    """The paper as DOCX or PDF."""
    with override("zh-hans"):
        write = write_docx if form == "docx" else write_pdf
        write(paper.build(facts), target)


def application(facts: PaperFacts) -> Document:
    """申请报告: to whom, what for, how much and from where, what is in the packs, by which rules."""
    round = facts.round
    parts = (
        ("发放对象", [p(f"{facts.who}，共{facts.people}人{_as_of(facts)}。"), *_units(facts)]),
        ("发放时间", [p(f"{day_words(round.gives_on)}{f'（{round.festival}）' if round.festival else ''}。")]),
        ("标准和经费来源", [p(_standard(facts)), p(_whole(facts))]),
        ("发放内容", [block for pack in facts.packs for block in _pack(pack)]),
        ("比价情况", [p(_compared(pack, round.few_quotes)) for pack in facts.packs]),
        ("依据", [p(f"{number}．{each}") for number, each in enumerate(facts.sources, 1)]),
        ("例外", [p(f"{number}．{each}") for number, each in enumerate(_exempted(facts), 1)]),
        ("说明", paragraphs(round.about)),
    )
    blocks = (*sections(parts), p("妥否，请批示。"), *_changes(facts))
    return Document(f"关于{_called(facts)}的申请", blocks, facts.unit, facts.today)


def comparison(facts: PaperFacts) -> Document:
    """比价表: quotations side by side for each pack, which was taken and why."""
    blocks: list[Block] = []
    for pack in facts.packs:
        rows = [
            (
                number,
                each.supplier,
                _plain(each.fen),
                each.quoted_on or "",
                each.terms,
                _result(each.lowest, each.chosen),
            )
            for number, each in enumerate(pack.quotes, 1)
        ]
        blocks += [
            table(QUOTES, rows, f"{pack.called}（清单合计{exact_money(pack.price_fen)}）"),
            p(_compared(pack, facts.round.few_quotes)),
        ]
    return Document(f"{facts.round.title}比价表", (*blocks, signatures()), facts.unit, facts.today)


def minutes(facts: PaperFacts) -> Document:
    """会议纪要: a draft, with blanks for what only the meeting knows."""
    taken = [
        f"{pack.called}，每份{exact_money(pack.chosen.fen)}，由{pack.chosen.supplier}供货。" if pack.chosen else f"{pack.called}，每份{exact_money(pack.price_fen)}，供货单位：　　　　。"
        for pack in facts.packs
    ]  # fmt: skip
    parts = (
        ("会议时间", [p("　　　　年　　月　　日")]),
        ("会议地点", [p("　　　　　　　　")]),
        ("出席人员", [p("　　　　　　　　")]),
        ("议题", [p(f"研究{_called(facts)}事宜。")]),
        (
            "议定事项",
            [
                p(f"同意{_called(facts)}，发给{facts.who}，共{facts.people}人。"),
                p(_standard(facts)),
                p(_whole(facts)),
                *map(p, taken),
                *[p(f"同意例外：{each}") for each in _exempted(facts)],
            ],
        ),
    )
    blocks = (*sections(parts), p("记录人：　　　　　　　　签发人：　　　　　　　　"))
    return Document(f"关于{_called(facts)}的会议纪要（草稿）", blocks, facts.unit, facts.today)


PAPERS: Final[Mapping[str, Paper]] = {
    each.key: each
    for each in (
        Paper("application", gettext_lazy("申请报告"), gettext_lazy("对象、标准、经费、内容和依据"), application),
        Paper("comparison", gettext_lazy("比价表"), gettext_lazy("各家报价摆在一起，选了谁、为什么"), comparison),
        Paper("minutes", gettext_lazy("会议纪要"), gettext_lazy("草稿，时间和出席的人空着"), minutes),
    )
}


def _called(facts: PaperFacts) -> str:
    title = facts.round.title
    return title if title.startswith("发放") else f"发放{title}"


def _as_of(facts: PaperFacts) -> str:
    return f"（按{day_words(facts.round.as_of)}的名单）" if facts.round.as_of else ""


def _units(facts: PaperFacts) -> list[Block]:
    rows = [(number, each.called, each.count) for number, each in enumerate(facts.units, 1)]
    return [table(UNITS, [*rows, ("", "合计", facts.people)])] if rows else []


def _changes(facts: PaperFacts) -> list[Block]:
    """What was changed after the approval stands below what had been asked for, and never in its place."""
    rows = [p(f"{day_words(local(each.at).date())}，{said(each)}。原因：{each.reason}") for each in facts.changes]
    return [Block("h1", (Text("批准后的变动"),)), *rows] if rows else []


def _standard(facts: PaperFacts) -> str:
    by = "，".join(f"{payer}{exact_money(fen)}" for payer, fen in facts.shares)
    return f"每人不超过{exact_money(facts.head_fen)}，其中{by}。" if facts.shares else "标准待定。"


def _whole(facts: PaperFacts) -> str:
    return f"总额不超过{exact_money(facts.total_fen)}（大写：人民币{money_capitals(facts.total_fen)}）。"


def _exempted(facts: PaperFacts) -> list[str]:
    """Each limit that was gone beyond, with the minutes and the document above on which that rests."""
    return [
        f"“{each.rule.title}”限{each.limit}，这次{each.value}，按{decided.minutes_no}（{day_words(decided.minutes_on)}）例外，"
        f"依据{decided.basis}（{decided.basis_no}）。理由：{decided.why}"
        for each in facts.exempted
        if (decided := each.exemption) is not None
    ]


def _pack(pack: PackView) -> list[Block]:
    rows = [
        (number, f"{each.name}（{each.supplier}）", "、".join((each.origin, *each.marks) if each.origin else each.marks), _plain(each.price_fen), each.count, _plain(each.fen))
        for number, each in enumerate(pack.items, 1)
    ]  # fmt: skip
    total = ("", "每份合计", "", "", "", _plain(pack.price_fen))
    return [
        table(ITEMS, [*rows, total], f"{pack.called}{f'，共{pack.stock}份' if pack.stock else ''}"),
        p(in_capitals(pack.price_fen)),
    ]


def _compared(pack: PackView, few: str) -> str:
    if pack.chosen is None:
        return f"{pack.called}：{len(pack.quotes)}家报价，还没有选定。{few}"
    why = pack.chosen.reason or ("报价最低" if pack.chosen.lowest else "")
    said = f"{pack.called}：{len(pack.quotes)}家报价，选{pack.chosen.supplier}，每份{exact_money(pack.chosen.fen)}，理由：{why}。"
    return f"{said}不足三家：{few}" if pack.few and few else said


def _result(lowest: bool, chosen: bool) -> str:
    return "选中" if chosen else "最低" if lowest else ""


def _plain(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"
