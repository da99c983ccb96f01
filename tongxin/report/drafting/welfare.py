"""What members were given and what was bought to help: rounds of gifts, assistance purchasing. Only where there are records."""

from __future__ import annotations

from tongxin.places.models import Pool
from tongxin.purchases.words import is_renamed
from tongxin.report.drafting.words import Piece, block
from tongxin.report.queries.material import Material
from tongxin.report.rules.body import Block


def draft(material: Material) -> list[Block]:
    """One paragraph under the title of the wording `welfare`, whose text stands before it."""
    told = [*_given(material), *_bought(material)]
    if not told:
        return []
    lead = material.wordings.get("welfare")
    heading = lead.title if lead else f"办好教职工福利和消费{_helping(material.year)}"
    return [block("h2", heading), block("p", material.wording("welfare"), *told)]


def _given(material: Material) -> list[Piece]:
    """`本年度累计发放全体教职工福利礼包2次，…人领取，覆盖率…`: who got them is said as the rounds have it."""
    rounds, people = material.chip("welfare.rounds"), material.chip("welfare.recipients")
    if not rounds or not rounds.value:
        return []
    pieces: list[Piece] = [f"本年度累计发放{_to_whom(material)}福利礼包", rounds]
    pieces += ["，共有", people, "领取"] if people and people.value else []
    for words, key in (("，应发人员领取率", "welfare.coverage"), ("，满意率", "welfare.satisfaction")):
        chip = material.chip(key)
        pieces += [words, chip] if chip else []
    return [*pieces, "。"]


def _bought(material: Material) -> list[Piece]:
    """`累计消费45万余元扶贫农产品`, in the words of the year."""
    spent, task = material.chip("assistance.spent|round"), material.chip("assistance.task_completion")
    if not spent or not spent.value:
        return []
    aim: list[Piece] = ["，完成年度采购任务的", task] if task else []
    return ["全年累计消费", spent, f"{_helping(material.year)}农产品", *aim, "。"]


def _to_whom(material: Material) -> str:
    """`全体教职工` only where every round was for all staff."""
    who = {each.who for each in material.records.rounds}
    return "全体教职工" if who == {Pool.Who.STAFF} else "会员" if len(who) == 1 else ""


def _helping(year: int) -> str:
    """扶贫 or 帮扶: the word of the year, as purchases know it."""
    return "帮扶" if is_renamed(year) else "扶贫"
