"""Write the first text of a summary from the records."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.clock import today
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.report.access import SUMMARY_WRITE, TELLING
from tongxin.report.actions.writing import add_version
from tongxin.report.drafting.build import draft
from tongxin.report.models import Summary
from tongxin.report.queries.material import gather


@transaction.atomic
def draft_summary(*, actor: Actor, now: datetime, unit: Unit, year: int) -> Summary:
    """Draft the summary of a union or branch for a year: version 1, with the figures of this moment in it.

    Refuses: `access.…`, `summary.exists` (409), `summary.wrong_unit`, `summary.year_to_come`.
    """
    require_right(actor, SUMMARY_WRITE, unit)
    if unit.kind not in TELLING:
        raise Refused("summary.wrong_unit", _("总结由工会或分工会写，换一个单位。"), field="unit")
    if year > today(now).year:
        raise Refused("summary.year_to_come", _("%(year)s年还没有到，没有记录可写。") % {"year": year}, field="year")
    summary, new = Summary.objects.get_or_create(unit=unit, year=year)
    if not new:
        raise Refused(
            "summary.exists", _("这一年的总结已经起草，接着改就行。"), field="year", status=409, summary=summary.pk
        )
    body = draft(gather(unit, year), today(now))
    add_version(actor=actor, now=now, summary=summary, body=body, act="report.draft_summary", note=_("按记录起草"))
    return summary
