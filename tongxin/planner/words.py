"""What the planner found, in sentences that a union officer understands. Works on what a line keeps (`ProposedMove.reasons`).

A cause is kept as `{"code", "name", "other", "period", "rule"}`: `name` what it is called (a restriction, a hall, a person),
`other` the activity that stands there, `period` a month or quarter counted from 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tongxin.plan.words import month_word
from tongxin.planner.problem import Aim
from tongxin.ui.words import colon, listed
from tongxin.ui.words import day as day_words

Cause = Mapping[str, Any]
MOST_COUNTS: Final = 4
MOST_NEARER: Final = 2

AIM_NAMES: Final = {
    Aim.KEPT: gettext_lazy("能办的尽量都办"),
    Aim.ANNOUNCED: gettext_lazy("已经发布的尽量不动"),
    Aim.MOVES: gettext_lazy("改期的项数尽量少"),
    Aim.LEVEL: gettext_lazy("挪得近，忙闲匀"),
    Aim.ON_SITE: gettext_lazy("尽量现场办"),
}
AIM_VALUES: Final = {
    Aim.KEPT: gettext_lazy("%(n)s项办不成"),
    Aim.ANNOUNCED: gettext_lazy("%(n)s项已发布的要动"),
    Aim.MOVES: gettext_lazy("%(n)s项改期"),
    Aim.LEVEL: gettext_lazy("一共%(n)s分，越少越好"),
    Aim.ON_SITE: gettext_lazy("%(n)s项改到线上"),
}
RULES: Final = {
    "ban_over": gettext_lazy("“%(name)s”期间，这么多人的现场活动不能办"),
    "online_only": gettext_lazy("“%(name)s”期间只能在线上办"),
    "farthest": gettext_lazy("“%(name)s”期间不能去那么远"),
    "no_indoor": gettext_lazy("“%(name)s”期间不能在室内办"),
    "plan_days": gettext_lazy("“%(name)s”要先报方案，来不及"),
    "notice_days": gettext_lazy("“%(name)s”要求早些发布，来不及"),
}
CLAUSES: Final = {
    "window": gettext_lazy("不在能办的时段里"),
    "vacation": gettext_lazy("正放%(name)s"),
    "exam": gettext_lazy("正是%(name)s"),
    "day_kind": gettext_lazy("不是能办的那种日子"),
    "weekday": gettext_lazy("不是能办的那个星期几"),
    "notice": gettext_lazy("离现在太近，来不及通知大家"),
    "unit": gettext_lazy("%(name)s那天要办“%(other)s”"),
    "venue": gettext_lazy("%(name)s那天给了“%(other)s”"),
    "officer": gettext_lazy("%(name)s%(month)s的工作日已经排满"),
    "budget": gettext_lazy("%(name)s第%(quarter)s季度的钱不够了"),
    "spacing": gettext_lazy("离同类的“%(other)s”太近"),
    "order": gettext_lazy("和“%(other)s”的先后对不上"),
    "form": gettext_lazy("这项不能改线上"),
}
NOUNS: Final = {
    "window": gettext_lazy("时段"), "limit": gettext_lazy("“%(name)s”"), "vacation": gettext_lazy("%(name)s"),
    "exam": gettext_lazy("%(name)s"), "day_kind": gettext_lazy("工作日或周末对不上"), "weekday": gettext_lazy("星期对不上"),
    "notice": gettext_lazy("来不及通知"), "unit": gettext_lazy("%(name)s撞上“%(other)s”"),
    "venue": gettext_lazy("%(name)s给了“%(other)s”"), "officer": gettext_lazy("%(name)s排满"),
    "budget": gettext_lazy("%(name)s的钱"), "spacing": gettext_lazy("离“%(other)s”太近"),
    "order": gettext_lazy("与“%(other)s”的先后"), "form": gettext_lazy("不能改线上"),
}  # fmt: skip


KINDS: Final = {0: gettext_lazy("工作日"), 1: gettext_lazy("周末"), 2: gettext_lazy("节假日")}


def clause(cause: Cause) -> str:
    """What stands against a day, as part of a sentence."""
    words = RULES.get(cause.get("rule", "")) if cause["code"] == "limit" else None
    return str(words or CLAUSES.get(cause["code"]) or NOUNS["limit"]) % _facts(cause)


def noun(cause: Cause) -> str:
    """What stands in the way, as a name."""
    if cause["code"] == "day_kind":
        return str(KINDS.get(cause.get("kind", -1), NOUNS["day_kind"]))
    return str(NOUNS[cause["code"]]) % _facts(cause)


def _facts(cause: Cause) -> dict[str, Any]:
    period = cause.get("period")
    month = month_word(period + 1) if cause["code"] == "officer" and period is not None else ""
    quarter = "" if period is None else period + 1
    name = (cause.get("name") or "").replace("“", "‘").replace("”", "’")
    return {"name": name, "other": cause.get("other") or "", "month": month, "quarter": quarter}


def short(reasons: Mapping[str, Any], *, unplaced: bool = False) -> str:
    """The reason in one sentence, as the activity's life line and those concerned get it."""
    causes = _clauses(reasons.get("why", ()))
    if unplaced:
        return _("这一年里排不下：%(why)s。") % {"why": listed(causes[:2])} if causes else _("这一年里排不下。")
    if causes:
        return _("原来的安排不行了：%(why)s。") % {"why": listed(causes[:2])}
    if reasons.get("dayless"):
        return _("原来没定日子。")
    return _("给别的活动让一让，整年动得最少。")


def _clauses(causes: Sequence[Cause]) -> list[str]:
    """What stands against a day; of one restriction, calendar or person only the first thing."""
    first: dict[tuple[str, str], str] = {}
    for cause in causes:
        first.setdefault((cause["code"], cause.get("name") or ""), clause(cause))
    return list(first.values())


def sentences(reasons: Mapping[str, Any], *, unplaced: bool = False) -> list[str]:
    """Everything worth saying of a line, the most important first."""
    found = [short(reasons, unplaced=unplaced)]
    for teller in (_counted, _nearer, _in_the_way, _helps) if unplaced else (_counted, _nearer):
        found += teller(reasons)
    return found


def _counted(reasons: Mapping[str, Any]) -> list[str]:
    """How many of the days looked at fell to which cause."""
    counts: dict[str, int] = {}
    for cause, count in reasons.get("closed", ()):
        if cause["code"] != "window":
            counts[noun(cause)] = counts.get(noun(cause), 0) + count
    if not counts:
        return []
    most = sorted(counts.items(), key=lambda pair: -pair[1])
    said = [colon(name, _days(count)) for name, count in most[:MOST_COUNTS]]
    rest = sum(count for _name, count in most[MOST_COUNTS:])
    said += [colon(_("其他"), _days(rest))] if rest else []
    total = _days(reasons.get("days", 0))
    return [_("能办的时段里有%(total)s，排除了%(said)s。") % {"total": total, "said": listed(said)}]


def _days(count: int) -> str:
    return ngettext("%(n)s天", "%(n)s天", count) % {"n": count}


def _nearer(reasons: Mapping[str, Any]) -> list[str]:
    """What stood against days nearer to the old one."""
    said = [
        _("更近的%(day)s：%(why)s。")
        % {"day": day_words(date.fromisoformat(one["day"])), "why": listed(_clauses(one["causes"])[:2])}
        for one in reasons.get("nearer", ())[:MOST_NEARER]
    ]
    same = reasons.get("same", 0)
    said += [_("更近的%(days)s也都不行，原因和原来那天一样。") % {"days": _days(same)}] if same else []
    free = reasons.get("free", 0)
    return said + (
        [_("更近的日子里有%(days)s空着，可那阵子已经排得多，这天更匀。") % {"days": _days(free)}] if free else []
    )


def _in_the_way(reasons: Mapping[str, Any]) -> list[str]:
    """The smallest set that closes every day."""
    named = list(dict.fromkeys(noun(cause) for cause in reasons.get("set", ())))
    if not named:
        return []
    return [_("挡住它的就是：%(names)s。") % {"names": listed(named)}]


HELPS: Final[dict[str, Callable[[Mapping[str, Any]], str]]] = {
    "online": lambda one: _("改到线上就能办"),
    "fewer": lambda one: _("一次不超过%(people)s人就能办，可以分批") % one,
    "lift": lambda one: (
        _("放开%(names)s就有日子") % {"names": listed(dict.fromkeys(noun(cause) for cause in one["causes"]))}
    ),
    "window": lambda one: _("放宽能办的时段就有日子"),
    "unit": lambda one: _("换一个单位承办就有日子"),
    "venue": lambda one: _("换一个场地就有日子"),
    "officer": lambda one: _("换一个人操办就有日子"),
}


def _helps(reasons: Mapping[str, Any]) -> list[str]:
    """What would give it a day."""
    known = [HELPS[one["kind"]](one) for one in reasons.get("helps", ()) if one["kind"] in HELPS]
    return (
        [_("怎样能办：%(ways)s。") % {"ways": listed(known)}] if known else [_("怎样能办：延到下一年，或者今年不办。")]
    )


@dataclass(frozen=True)
class AimWords:
    """An aim on the page: what it is, what was reached, and how sure it is that nobody can do better."""

    name: str
    value: str
    proof: str
    proven: bool


def aims(kept: Sequence[Mapping[str, Any]]) -> list[AimWords]:
    """The aims in plain words, in the office's order."""
    return [_aim(one) for one in kept]


def _aim(one: Mapping[str, Any]) -> AimWords:
    aim, apart = Aim(one["name"]), one["value"] - one["bound"]
    value = str(AIM_VALUES[aim]) % {"n": one["value"]}
    if apart <= 0:
        return AimWords(str(AIM_NAMES[aim]), value, _("证明是最好的"), proven=True)
    if aim == Aim.LEVEL:
        return AimWords(str(AIM_NAMES[aim]), value, _("离最好的最多差%(n)s分") % {"n": apart}, proven=False)
    words = ngettext("离最好的最多差%(n)s项", "离最好的最多差%(n)s项", apart) % {"n": apart}
    return AimWords(str(AIM_NAMES[aim]), value, words, proven=False)


def cut_words(cut: str) -> str:
    """Why it stopped before all was proven; "" where all was."""
    return {
        "limit": _("时间到了先给你看，给它更多时间也许还能更好。"),
        "clock": _("机器太忙，提前停了；再算一次可能不一样。"),
    }.get(cut, "")
