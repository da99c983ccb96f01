"""Remove files that nobody needs any more: they hold people's data."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from tongxin.imports.models import ImportRun

KEPT_DAYS = 30
AT_ONCE = 100


def clean(*, now: datetime) -> int:
    """Remove the files of runs that ended 30 days ago or have waited for 30 days; the number removed.

    A run that was never taken in counts as given up then. The runs themselves stay, as history.
    """
    before = now - timedelta(days=KEPT_DAYS)
    ended = Q(applied_at__lt=before) | Q(dropped_at__lt=before)
    waiting = Q(state=ImportRun.State.CHECKING, added_at__lt=before)
    ImportRun.objects.filter(waiting).update(state=ImportRun.State.DROPPED, dropped_at=now)
    removed = 0
    for run in ImportRun.objects.filter(ended | Q(dropped_at=now, added_at__lt=before)).exclude(file="")[:AT_ONCE]:
        run.file.delete(save=False)
        run.file = ""
        run.save(update_fields=["file"])
        removed += 1
    return removed
