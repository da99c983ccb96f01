"""A paper was taken out: on record, because some hold people's names and phones."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.http import Http404

from tongxin.activities.access import may_run
from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.org.actor import Actor
from tongxin.paperwork.access import may_read_papers


@transaction.atomic
def mark_printed(
    *, actor: Actor, now: datetime, activity: Activity, kind: str, form: str, private: bool = False
) -> None:
    """Record kind and format (`docx`, `pdf`, `xlsx`, `zip`). `private` papers are for who runs the activity alone.

    Refuses: 404.
    """
    if not (may_run(actor, activity) if private else may_read_papers(actor, activity.pk)):
        raise Http404
    after = {"paper": kind, "format": form}
    record(actor=actor, now=now, act="paperwork.printed", thing=activity, unit=activity.unit, after=after)
