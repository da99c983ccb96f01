"""Write down what came of an event."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.contests.actions.holding import entered, held, leave_entry, put, rank_anew, said
from tongxin.contests.rules.marks import Reading
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.signups.models import Slot


@transaction.atomic
def record_results(*, actor: Actor, now: datetime, slot: Slot, marks: Mapping[str, Reading]) -> int:
    """The marks of these lines by key (`NONE` takes one back); ranks and points of the event follow. How many changed.

    Refuses: `access.…`, `contest.gone` (somebody no longer on the list; field the key), `contest.published` (only by
    correction from then on; what had no result yet may still be added).
    """
    contest = held(actor, slot)
    entries = entered(slot)
    before: list[str] = []
    after: list[str] = []
    for key, reading in marks.items():
        entry = entries.get(key)
        if entry is None:
            raise Refused("contest.gone", _("名单里已经没有他了。清空这一格再记。"), field=key)
        if (entry.mark, entry.words) == (reading.value, reading.words):
            continue
        if contest.published_at is not None and entry.has_result:
            raise Refused("contest.published", _("成绩已经公布，要改用“更正”，写明原因。"), field=key)
        before.append(f"{entry} {said(entry) or '—'}")
        put(entry, reading)
        after.append(f"{entry} {said(entry) or '—'}")
    if after:
        rank_anew(contest)
        leave_entry("record_results", contest, actor, now, before={"marks": before}, after={"marks": after})
    return len(after)
