"""Problems: each finding told in the part it belongs to, and every part ends with the next step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from tongxin.report.drafting.words import BECAUSE, Piece, because, block, listed, quoted
from tongxin.report.queries.material import Material
from tongxin.report.rules.body import Block
from tongxin.report.rules.findings import ARRANGEMENT, CARE, ORGANISATION, Finding

NAMES_AT_MOST: Final = 5


def organisation(material: Material) -> list[Block]:
    """1.工会组织建设"""
    return _part(material, ORGANISATION, "工会组织建设有待进一步加强")


def arrangement(material: Material) -> list[Block]:
    """2.工会活动安排"""
    return _part(material, ARRANGEMENT, "工会活动安排应进一步优化调整")


def care(material: Material) -> list[Block]:
    """3.职工服务"""
    return _part(material, CARE, "职工服务工作有待进一步深入")


def _part(material: Material, place: str, heading: str) -> list[Block]:
    found = [finding for finding in material.findings if finding.place == place]
    if not found:
        return []
    lead = material.wording(f"problems-{place}")
    return [block("h2", heading), *([block("p", lead)] if lead else []), tell(material, found)]


def tell(material: Material, found: Iterable[Finding]) -> Block:
    """One paragraph: the findings with their figures, then what is to be done about them."""
    pieces: list[Piece] = []
    steps: list[str] = []
    told: list[str] = []
    for finding in found:
        write, step = SENTENCES[finding.code]
        pieces += write(material, finding)
        steps.append(step)
        told.append(finding.code)
    return block("p", *pieces, f"下一步，{'；'.join(steps)}。", findings=told)


def _idle(material: Material, finding: Finding) -> list[Piece]:
    names = finding.values["names"]
    whole, active = material.chip("org.branches"), material.chip("branches.own_activities")
    pieces: list[Piece] = [whole, "分工会中，"] if whole else ["各分工会中，"]
    pieces += ["全年自主开展过活动的有", active, "，"] if active and active.value else []
    idle = material.chip("branches.without_activities")
    if len(names) <= NAMES_AT_MOST:
        return [*pieces, f"{listed(names)}全年没有自主开展活动，分工会作用的发挥有待进一步提高。"]
    return [*pieces, "没有自主开展活动的有", idle, "，分工会作用的发挥有待进一步提高。"]


def _completion(material: Material, finding: Finding) -> list[Piece]:
    held, share = material.chip("activities.held"), material.chip("activities.completion")
    why = because(finding.values["reasons"])
    pieces: list[Piece] = [
        f"{material.year}年{material.itself}实际开展活动",
        held,
        "，完成年度计划的",
        share,
        "，未能按照计划完成全部活动",
    ]
    off = [("延期", material.chip("activities.postponed")), ("取消", material.chip("activities.cancelled"))]
    there = [(word, chip) for word, chip in off if chip and chip.value]
    for word, chip in there:
        pieces += ["，" if (word, chip) != there[0] or not why else f"，{why}，", word, chip]
    if why and not there:
        pieces.append(f"，主要是{why}")
    return [*pieces, "。"]


def _empty(material: Material, finding: Finding) -> list[Piece]:
    return [f"{listed(finding.values['names'])}全年没有开展。"]


def _headcount(material: Material, finding: Finding) -> list[Piece]:
    names = finding.values["names"]
    some = f"{quoted(names[:NAMES_AT_MOST])}{'等' if len(names) > NAMES_AT_MOST else ''}"
    return [f"{some}没有登记参加人数，未计入参加人次。"]


def _activities_bunched(material: Material, finding: Finding) -> list[Piece]:
    return [f"全年活动大部分集中在{_half(finding)}开展，各时段不够均衡。"]


def _outings_bunched(material: Material, finding: Finding) -> list[Piece]:
    share = material.chip("outings.second_half_share")
    part: list[Piece] = ["，占全年的", share] if share and finding.values["half"] == 2 else []
    return [f"各单位的团建活动大部分集中在{_half(finding)}完成", *part, "。"]


def _undone(material: Material, finding: Finding) -> list[Piece]:
    items = finding.values["items"]
    reasons = {item.reason for item in items}
    why = because([(reason, 1) for reason in reasons]) if len(reasons) == 1 else ""
    names = quoted(item.title for item in items)
    carried = "，已转入下一年度计划" if all(item.carried for item in items) else ""
    return [f"{why}{'，' if why else ''}年度计划中的{names}未能按照原计划完成{carried}。"]


def _beyond(material: Material, finding: Finding) -> list[Piece]:
    titles = [title for title, _ in finding.values["items"]]
    reasons = {reason for _, reason in finding.values["items"]}
    why = BECAUSE.get(reasons.pop(), "") if len(reasons) == 1 else ""
    return [f"{quoted(titles)}{why}延期到年后举办。"]


def _behind(material: Material, finding: Finding) -> list[Piece]:
    return ["年度采购任务完成", material.chip("assistance.task_completion"), "，与目标还有差距。"]


def _uncollected(material: Material, finding: Finding) -> list[Piece]:
    return ["福利礼包应发人员领取率为", material.chip("welfare.coverage"), "，发放还不够周到。"]


def _half(finding: Finding) -> str:
    return "下半年" if finding.values["half"] == 2 else "上半年"


Writer = Callable[[Material, Finding], list[Piece]]
SENTENCES: Final[dict[str, tuple[Writer, str]]] = {
    "branches.idle": (
        _idle,
        "为分工会提供可以直接沿用的活动方案，每个分工会每年至少自主开展一次活动，减轻兼职干部的事务负担",
    ),
    "completion": (_completion, "编制计划时为每项活动备好改期或转线上的方案，情况有变时尽早调整"),
    "categories.empty": (_empty, "在下一年度计划中补上空缺的活动类别"),
    "headcount.missing": (_headcount, "活动一律签到，线上活动登记参加人数"),
    "activities.bunched": (_activities_bunched, "在编制计划时均衡安排上、下半年的活动"),
    "outings.bunched": (_outings_bunched, "引导各单位错开时间安排团建活动"),
    "work.undone": (_undone, "把未完成的工作事项转入下一年度计划，明确责任单位和完成时限"),
    "postponed.beyond": (_beyond, "条件允许时尽早确定延期活动的时间"),
    "assistance.behind": (_behind, "年初与协作部门一起把采购任务分到各次福利和食堂，按季度对照"),
    "welfare.uncollected": (_uncollected, "发放时多设时段和领取点，外出的可以代领或者送到家"),
}
