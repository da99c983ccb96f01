"""Put a result right, with a reason."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.contests.actions.holding import held, leave_entry, people_in, put, rank_anew, said
from tongxin.contests.models import Contest, Entry
from tongxin.contests.queries.lines import lines_of
from tongxin.contests.rules.marks import Reading
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.org.actor import Actor


@transaction.atomic
def correct_result(*, actor: Actor, now: datetime, entry: Entry, reading: Reading, reason: str) -> Entry:
    """Another mark for an entry; ranks and points follow. Where members see the results, those in the event are told why.

    Refuses: `access.…`, `contest.no_reason`, `contest.same`, `contest.empty` (a correction takes no result back).
    """
    if not reason.strip():
        raise Refused("contest.no_reason", _("写一句为什么更正，参赛的人看得到。"), field="reason")
    contest = held(actor, entry.slot)
    kept = Entry.objects.select_related("place__person", "group", "heat").get(pk=entry.pk)
    kept.slot = contest.slot
    if not (reading.words or reading.value is not None):
        raise Refused("contest.empty", _("写更正后的成绩，没有成绩就写“无成绩”。"), field="mark")
    if (kept.mark, kept.words) == (reading.value, reading.words):
        raise Refused("contest.same", _("和现在记的一样，没有改。"), field="mark")
    before = said(kept)
    put(kept, reading)
    rank_anew(contest)
    kept.refresh_from_db(fields=["rank", "points"])
    leave_entry(
        "correct_result", contest, actor, now, reason=reason.strip(), before={"mark": before},
        after={"who": str(kept), "mark": said(kept)},
    )  # fmt: skip
    if contest.published_at is not None:
        _tell(contest, kept, before, reason.strip(), actor, now)
    return kept


def _tell(contest: Contest, entry: Entry, before: str, reason: str, actor: Actor, now: datetime) -> None:
    """All in the event: a correction may move everybody's rank."""
    slot = contest.slot
    facts = {"who": str(entry), "before": before or "—", "after": said(entry), "why": reason}
    with ours():
        tell(
            actor=actor, now=now, unit=slot.activity.unit, kind=Notice.Kind.CHANGE,
            key=f"contests:corrected:{entry.pk}:{now.isoformat()}",
            title=_("成绩更正：%(title)s %(event)s") % {"title": slot.activity.title, "event": slot},
            body=_("%(who)s：%(before)s改为%(after)s。%(why)s") % facts,
            url=reverse("contests:results", args=[slot.activity.pk]), to=people_in(lines_of([slot])[slot.pk]),
            thing=slot.activity,
        )  # fmt: skip
