"""Restrictions and what they find, in plain words."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.restrictions.rules.findings import Code, Finding
from tongxin.restrictions.rules.limits import Demand, Limits
from tongxin.ui.words import fullday

STEP: Final[dict[Demand, Promise]] = {
    Demand.PLAN: gettext_lazy("超过%(over)s人要有防控方案"),
    Demand.FILE: gettext_lazy("超过%(over)s人要报备"),
    Demand.APPROVE: gettext_lazy("超过%(over)s人要先批准"),
    Demand.BAN: gettext_lazy("超过%(over)s人不办"),
}
ANY: Final[dict[Demand, Promise]] = {
    Demand.PLAN: gettext_lazy("现场办都要有防控方案"),
    Demand.FILE: gettext_lazy("现场办都要报备"),
    Demand.APPROVE: gettext_lazy("现场办都要先批准"),
    Demand.BAN: gettext_lazy("现场活动都停"),
}
# What is put on record, as a thing.
THINGS: Final[dict[Demand, Promise]] = {
    Demand.PLAN: gettext_lazy("防控方案"),
    Demand.FILE: gettext_lazy("报备"),
    Demand.APPROVE: gettext_lazy("批准"),
}
FARTHEST: Final[dict[str, Promise]] = {"city": gettext_lazy("不出市"), "here": gettext_lazy("只在校内")}
# The field of an activity's form that a finding speaks of.
FIELDS: Final[dict[Code, str]] = {
    Code.ONLINE: "mode", Code.GATHERING: "expected", Code.HEADS: "expected", Code.INDOOR: "indoor", Code.REACH: "reach",
    Code.NOTICE: "starts_on",
}  # fmt: skip


def limit_words(limits: Limits) -> list[str]:
    """What a restriction limits, a short sentence each."""
    found = [step_words(over, demand) for over, demand in limits.steps]
    if limits.online_only:
        found.append(_("只在线上办"))
    if limits.no_indoor:
        found.append(_("不在室内办"))
    if limits.farthest in FARTHEST:
        found.append(str(FARTHEST[limits.farthest]))
    if limits.notice_days:
        found.append(_("要提前%(days)s天发布") % {"days": limits.notice_days})
    return found


def step_words(over: int, demand: Demand) -> str:
    """`超过50人要有防控方案`, `现场活动都停`."""
    return str(STEP[demand]) % {"over": over} if over else str(ANY[demand])


def days_words(starts_on: date, until: date | None) -> str:
    """`2020年1月24日至2020年2月25日`, `2020年1月24日起，什么时候止另行通知`."""
    if until is None:
        return _("%(first)s起，到另行通知为止") % {"first": fullday(starts_on)}
    if until <= starts_on:
        return fullday(starts_on)
    return _("%(first)s至%(last)s") % {"first": fullday(starts_on), "last": fullday(until)}


def finding_words(finding: Finding) -> str:
    """What is found about one event, as a sentence without its full stop."""
    if finding.code is Code.GATHERING and finding.demand is not None:
        rule = step_words(finding.over or 0, finding.demand)
        if finding.people is None or not finding.over:
            return rule
        return _("%(rule)s，这项预计%(people)s人") % {"rule": rule, "people": finding.people}
    if finding.code is Code.HEADS and finding.demand is not None:
        rule = step_words(finding.over or 0, finding.demand)
        return _("%(rule)s，这项还没写预计多少人") % {"rule": rule}
    if finding.code is Code.REACH:
        return _("%(rule)s，这项去得更远") % {"rule": FARTHEST[finding.farthest]}
    if finding.code is Code.NOTICE:
        return _("要提前%(days)s天发布，现在只剩%(left)s天") % {"days": finding.days, "left": finding.left}
    return _("不在室内办，这项在室内") if finding.code is Code.INDOOR else _("只在线上办，这项在现场")


def way_out(finding: Finding) -> str:
    """What to do about it, as a sentence."""
    if finding.met_by is not None:
        return _("先记下%(thing)s，或者减人、改线上、换个日子。") % {"thing": THINGS[finding.met_by]}
    ways = {
        Code.INDOOR: _("改到室外、改线上或者换个日子。"), Code.REACH: _("换个近的地方、改线上或者换个日子。"),
        Code.NOTICE: _("换个晚一点的日子，或者改线上。"), Code.HEADS: _("写上预计人数。"), Code.ONLINE: _("改线上或者换个日子。"),
    }  # fmt: skip
    if finding.code is Code.GATHERING and finding.over:
        return _("减人、改线上或者换个日子。")
    return ways.get(finding.code, ways[Code.ONLINE])


def refusal(finding: Finding, title: str, source: str) -> str:
    """Why an act is refused: which restriction, by which document, what it says, and what to do."""
    told = {"title": title, "source": source, "why": finding_words(finding), "way": way_out(finding)}
    return _("管控“%(title)s”（%(source)s）：%(why)s。什么都没有改。%(way)s") % told


def shut_words(finding: Finding, title: str, source: str, *, officer: bool) -> str:
    """Why nobody can check in: for the officer with what to do about it."""
    told = {"title": title, "source": source, "why": finding_words(finding), "way": way_out(finding)}
    if officer:
        return _("管控“%(title)s”（%(source)s）：%(why)s。现在不能签到。%(way)s") % told
    return _("管控“%(title)s”（%(source)s）：%(why)s。现在不能签到，有事问办活动的人。") % told
