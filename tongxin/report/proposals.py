"""Last year's findings, proposed as items of this year's plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit
from tongxin.plan.hooks import Proposed, Proposer
from tongxin.report.queries.facts import figures_of_year
from tongxin.report.queries.finding_words import words_of
from tongxin.report.queries.picture import picture_of, records_of
from tongxin.report.rules.findings import Finding, find
from tongxin.ui.words import beside

KINDS: Final = {"branches.idle": ("work", "branch"), "categories.empty": ("activity", "other")}

# Steps that speak of 他们 stand alone in a plan.
TITLES: Final = {
    "branches.idle": _("把现成的活动方案送给没有自办活动的分工会"),
    "postponed.beyond": _("给延期的活动定下新的日子"),
}


def propose(unit: Unit, year: int) -> Sequence[Proposed]:
    """One proposal for each finding of the year before, with its evidence; nothing where that year has no records.

    What was carried over stands in the plan already and is not proposed again. As many queries as a draft takes.
    """
    before = year - 1
    records = records_of(unit, before)
    picture = picture_of(unit, before, figures_of_year(unit, before), records)
    if not picture.planned and not picture.held:
        return ()
    return [_proposed(unit, before, one) for one in find(picture) if not _carried(one)]


def _carried(finding: Finding) -> bool:
    return finding.code == "work.undone" and all(item.carried for item in finding.values["items"])


def _proposed(unit: Unit, year: int, finding: Finding) -> Proposed:
    words = words_of(finding)
    kind, work_kind = KINDS.get(finding.code, ("work", "other"))
    url = f"{reverse('report:figures:figure', args=[year, finding.figure])}?unit={unit.pk}"
    title = TITLES.get(finding.code, words.step)
    title = str(title).rstrip("。.")
    return Proposed(finding.code, title[:100], beside(f"{words.title}。", words.evidence), url, kind, work_kind)


PROPOSER: Final = Proposer("report", _("上一年的问题"), propose)
