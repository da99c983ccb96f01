"""What findings are called on a screen, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongxin.activities.models import Change
from tongxin.core.figures import percent
from tongxin.report.rules.findings import Finding, Undone
from tongxin.ui.words import beside

Told = tuple[str, str, str]


@dataclass(frozen=True)
class FindingWords:
    """Title, evidence with its figures, suggested next step."""

    title: str
    evidence: str
    step: str


def words_of(finding: Finding) -> FindingWords:
    """The words of a finding."""
    return FindingWords(*WORDS[finding.code](finding.values))


def _completion(values: Any) -> Told:
    reasons = _("、").join(beside(_reason(code), count) for code, count in values["reasons"])
    facts = {"share": percent(values["share"]), "reasons": reasons or _("没有写明")}
    return (
        _("计划%(planned)s项，办成%(held)s项") % {"planned": values["planned"], "held": values["held"]},
        _("完成%(share)s；没办的原因：%(reasons)s。") % facts,
        _("给每项活动备好改期或转线上的办法。"),
    )


def _idle(values: Any) -> Told:
    count = values["count"]
    facts = {"branches": values["branches"], "names": _names(values["names"])}
    return (
        ngettext("%(n)s个分工会没有自办活动", "%(n)s个分工会没有自办活动", count) % {"n": count},
        _("共%(branches)s个分工会；没有自办的：%(names)s。") % facts,
        _("把去年的活动方案抄给他们用。"),
    )


def _empty(values: Any) -> Told:
    return (
        _("有类别整年没有活动"),
        _("%(names)s，一项也没有。") % {"names": _names(values["names"])},
        _("下一年计划里补上。"),
    )


def _headcount(values: Any) -> Told:
    count = values["count"]
    return (
        ngettext("%(n)s项活动没记人数", "%(n)s项活动没记人数", count) % {"n": count},
        _("%(names)s，没有算进人次。") % {"names": _names(values["names"])},
        _("补记人数，或写明无法统计。"),
    )


def _bunched(title: Callable[[int], str]) -> Callable[[Any], Told]:
    def told(values: Any) -> Told:
        facts = {"total": values["total"], "count": values["count"]}
        evidence = (
            _("%(total)s项里%(count)s项在下半年。") if values["half"] == 2 else _("%(total)s项里%(count)s项在上半年。")
        )
        return title(values["half"]), evidence % facts, _("排计划时错开时间。")

    return told


def _undone(values: Any) -> Told:
    count = values["count"]
    items: tuple[Undone, ...] = values["items"]
    return (
        ngettext("%(n)s件工作事项没办完", "%(n)s件工作事项没办完", count) % {"n": count},
        _("、").join(beside(item.title, f"{item.share}%") for item in items[:4]) + _("。"),
        _("转入下一年，写明责任单位和期限。"),
    )


def _beyond(values: Any) -> Told:
    count = values["count"]
    return (
        ngettext("%(n)s项活动延到了年后", "%(n)s项活动延到了年后", count) % {"n": count},
        _names(tuple(title for title, _reason in values["items"])) + _("。"),
        _("定下新的日子，告诉报了名的人。"),
    )


def _behind(values: Any) -> Told:
    return (
        _("采购任务没完成"),
        _("完成了%(share)s。") % {"share": percent(values["share"])},
        _("年初把采购任务分到各次福利和食堂。"),
    )


def _uncollected(values: Any) -> Told:
    return (
        _("福利礼包有人没领到"),
        _("应发的人里%(share)s领到了。") % {"share": percent(values["share"])},
        _("多设几个时段，外出的可以代领或者送到家。"),
    )


def _names(names: tuple[str, ...]) -> str:
    shown = _("、").join(names[:4])
    return _("%(names)s等") % {"names": shown} if len(names) > 4 else shown


def _reason(code: str) -> str:
    labels = {reason.value: str(reason.label) for reason in Change.Reason}
    return labels.get(code) or {"merged": _("合并"), "open": _("没写原因")}.get(code, code)


WORDS: Final[dict[str, Callable[[Any], Told]]] = {
    "branches.idle": _idle,
    "completion": _completion,
    "categories.empty": _empty,
    "headcount.missing": _headcount,
    "activities.bunched": _bunched(lambda half: _("活动扎堆下半年") if half == 2 else _("活动扎堆上半年")),
    "outings.bunched": _bunched(lambda half: _("团建扎堆下半年") if half == 2 else _("团建扎堆上半年")),
    "work.undone": _undone,
    "postponed.beyond": _beyond,
    "assistance.behind": _behind,
    "welfare.uncollected": _uncollected,
}
