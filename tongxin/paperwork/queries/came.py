"""Who came, as the check-in has it."""

from __future__ import annotations

from datetime import datetime

from tongxin.activities.models import Activity
from tongxin.attendance.models import Attendance


def came_to(activity: Activity) -> dict[tuple[int, int], datetime]:
    """(slot, person) → when; one query."""
    rows = Attendance.objects.filter(slot__activity=activity).order_by()
    return {(slot, person): at for slot, person, at in rows.values_list("slot_id", "person_id", "at")}
