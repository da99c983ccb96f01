"""活动方案: what is to happen, for approval."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.amounts import fen
from tongxin.core.papers import Block, Document
from tongxin.core.papers.wording import exact_money, money_capitals
from tongxin.paperwork.kinds.kind import Gap, Kind
from tongxin.paperwork.kinds.money import money_table
from tongxin.paperwork.kinds.parts import contact, file_title, issuer, organisers, p, paragraphs, sections, when
from tongxin.paperwork.kinds.signing_up import people, sessions, ways
from tongxin.paperwork.rules.facts import Facts
from tongxin.paperwork.rules.lines import total


def build(facts: Facts) -> Document:
    """Time, place, who, how, what, money, whom to ask."""
    parts = (
        ("活动时间", [p(when(facts) or "待定")]),
        ("活动地点", [p(facts.place)] if facts.place else []),
        ("组织单位", organisers(facts)),
        ("参加人员", people(facts)),
        ("报名办法", ways(facts)),
        ("活动内容", paragraphs(facts.about)),
        ("活动安排", sessions(facts)),
        ("经费预算", _budget(facts)),
        ("联系人", [p(contact(facts))] if facts.contact else []),
    )
    return Document(file_title(facts, "活动方案"), tuple(sections(parts)), issuer(facts), facts.today)


def _budget(facts: Facts) -> list[Block]:
    if not facts.budget:
        return []
    sum_ = fen(total(facts.budget))
    return [p(f"预算合计{exact_money(sum_)}（大写：人民币{money_capitals(sum_)}）。"), money_table(facts.budget)]


def gaps(facts: Facts) -> list[Gap]:
    """Day, place, what happens, budget."""
    checks = (
        (facts.day, _("日期没定"), "activities:move"),
        (facts.place, _("地点没写"), "activities:edit"),
        (facts.about, _("活动内容没写"), "activities:edit"),
        (facts.budget, _("没有预算"), "paperwork:budget"),
    )
    return [Gap(words, page) for there, words, page in checks if not there]


KIND: Final = Kind(
    "plan",
    gettext_lazy("活动方案"),
    gettext_lazy("时间、地点、内容、报名办法和预算，送审用"),
    paper=build,
    gaps=gaps,
    lists=("预算",),
)
