"""What the planner found, in sentences that a union officer understands. Works on what a line keeps (`ProposedMove.reasons`).

A cause is kept as `{"code", "name", "other", "period", "rule"}`: `name` what it is called (a restriction, a hall, a person),
`other` the activity that stands there, `period` a month or quarter counted from 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tongxin.planner.problem import Aim
from tongxin.ui.words import colon, listed
from tongxin.ui.words import day as day_words
from tongxin.ui.words import month as month_word

Cause = Mapping[str, Any]
MOST_COUNTS: Final = 4
MOST_NEARER: Final = 2
MOST_HELPS: Final = 4

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
    Aim.LEVEL: gettext_lazy("挪动的天数加上忙闲不匀的扣分，一共%(n)s，越少越好"),
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


# The same where it is not told which activity stands there.
BARE: Final = {
    "unit": gettext_lazy("%(name)s另有活动"),
    "venue": gettext_lazy("%(name)s有人用"),
    "spacing": gettext_lazy("离同类的太近"),
    "order": gettext_lazy("先后"),
}
PRICES: Final = {
    Aim.KEPT: gettext_lazy("要少办%(n)s项"),
    Aim.ANNOUNCED: gettext_lazy("要多动%(n)s项已发布的"),
    Aim.MOVES: gettext_lazy("要多改期%(n)s项"),
    Aim.LEVEL: gettext_lazy("那阵子已经排得多，这天更匀"),
    Aim.ON_SITE: gettext_lazy("要多改线上%(n)s项"),
}
KINDS: Final = {0: gettext_lazy("工作日"), 1: gettext_lazy("周末"), 2: gettext_lazy("节假日")}


def clause(cause: Cause) -> str:
    """What stands against a day, as part of a sentence."""
    words = RULES.get(cause.get("rule", "")) if cause["code"] == "limit" else None
    return str(words or CLAUSES.get(cause["code"]) or NOUNS["limit"]) % _facts(cause)


def noun(cause: Cause) -> str:
    """What stands in the way, as a name."""
    if cause["code"] == "day_kind":
        return str(KINDS.get(cause.get("kind", -1), NOUNS["day_kind"]))
    bare = BARE.get(cause["code"]) if not cause.get("other") else None
    return str(bare or NOUNS[cause["code"]]) % _facts(cause)


def _facts(cause: Cause) -> dict[str, Any]:
    period = cause.get("period")
    month = month_word(date(2000, period + 1, 1)) if cause["code"] == "officer" and period is not None else ""
    quarter = "" if period is None else period + 1
    return {
        "name": _quoted(cause.get("name") or ""),
        "other": cause.get("other") or "",
        "month": month,
        "quarter": quarter,
    }


def _quoted(name: str) -> str:
    """A name as it stands within quotation marks."""
    return name.replace("“", "‘").replace("”", "’")


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
    """What stood against days nearer to the old one; where nothing did, what they would have cost."""
    return [words for one in reasons.get("nearer", ()) if (words := _near(one))][:MOST_NEARER]


def _near(one: Mapping[str, Any]) -> str:
    day = day_words(date.fromisoformat(one["day"]))
    if one["causes"]:
        return _("更近的%(day)s：%(why)s。") % {"day": day, "why": listed(_clauses(one["causes"])[:2])}
    price = next((str(PRICES[Aim(aim)]) % {"n": more} for aim, more in one["price"] if more > 0), "")
    return _("更近的%(day)s空着，可%(price)s。") % {"day": day, "price": price} if price else ""


def _in_the_way(reasons: Mapping[str, Any]) -> list[str]:
    """The smallest set that closes every day."""
    named = list(dict.fromkeys(noun(cause) for cause in reasons.get("set", ())))
    if not named:
        return []
    return [_("挡住它的就是：%(names)s。") % {"names": listed(named)}]


HELPS: Final = {
    "online": gettext_lazy("能改线上的话，最早%(day)s"),
    "fewer": gettext_lazy("一次不超过%(value)s人、分批办，最早%(day)s"),
    "notice": gettext_lazy("早些定下来、早些报，就赶得上%(day)s"),
    "venue": gettext_lazy("换一个场地，最早%(day)s"),
    "unit": gettext_lazy("换一个单位承办，最早%(day)s"),
    "officer": gettext_lazy("换一个人操办，最早%(day)s"),
    "budget": gettext_lazy("%(name)s再添些钱，最早%(day)s"),
    "limit": gettext_lazy("“%(name)s”解除或放宽，最早%(day)s"),
    "order": gettext_lazy("不必等“%(name)s”，最早%(day)s"),
    "spacing": gettext_lazy("和同类的隔得近些，最早%(day)s"),
}


def _helps(reasons: Mapping[str, Any]) -> list[str]:
    """What would give it a day, what opens most days first."""
    known = [_help(one) for one in reasons.get("helps", ()) if one["lever"] in HELPS][:MOST_HELPS]
    if not known:
        return [_("怎样能办：放宽能办的时段，或者延到下一年。")]
    return [_("怎样能办：%(ways)s。") % {"ways": listed(known)}]


def _help(one: Mapping[str, Any]) -> str:
    name = _quoted(one["name"])
    facts = {"name": name, "value": one["value"], "day": day_words(date.fromisoformat(one["first"]))}
    return str(HELPS[one["lever"]]) % facts


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
        return AimWords(str(AIM_NAMES[aim]), value, _("离最好的最多差%(n)s") % {"n": apart}, proven=False)
    words = ngettext("离最好的最多差%(n)s项", "离最好的最多差%(n)s项", apart) % {"n": apart}
    return AimWords(str(AIM_NAMES[aim]), value, words, proven=False)


def cut_words(cut: str) -> str:
    """Why it stopped before all was proven; "" where all was."""
    return {
        "limit": _("时间到了先给你看，给它更多时间也许还能更好。"),
        "clock": _("机器太忙，提前停了；再算一次可能不一样。"),
    }.get(cut, "")
