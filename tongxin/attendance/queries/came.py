"""Who came to an activity."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Min

from tongxin.activities.models import Activity
from tongxin.attendance.models import Attendance


def came(activity: Activity) -> dict[int, datetime]:
    """Who came to the activity, to any part of it: person to the first moment. One query."""
    rows = Attendance.objects.filter(slot__activity=activity).order_by()
    return dict(rows.values_list("person").annotate(first=Min("at")))


def counted(activity: Activity) -> tuple[int, int] | None:
    """Persons and person-times by check-in; None where nobody checked in. One query."""
    rows = Attendance.objects.filter(slot__activity=activity)
    found = rows.aggregate(persons=Count("person", distinct=True), times=Count("pk"))
    return (found["persons"], found["times"]) if found["times"] else None
