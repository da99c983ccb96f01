"""What stands in the form of a new call that is made after an earlier one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tongxin.core.clock import local
from tongxin.core.spans import Span, write_times
from tongxin.mobilisation.models import Call, Shift
from tongxin.mobilisation.rules.shifts import DutyLine, write_duties
from tongxin.places.models import Pool


def likely(source: Call | None, today: date) -> dict[str, Any]:
    """The earlier call's words, posts, times and heads from tomorrow on, for as many days; a week where there is none."""
    first = today + timedelta(days=1)
    if source is None:
        return {
            "starts_on": first,
            "ends_on": first + timedelta(days=6),
            "heads": 4,
            "times": "8:00-12:00",
            "who": Pool.Who.STAFF,
        }
    shifts = list(Shift.objects.filter(duty__call=source).select_related("pool"))
    spans = {Span(local(shift.starts_at).time(), local(shift.ends_at).time()) for shift in shifts}
    duties = [DutyLine(duty.name, duty.does, duty.needs) for duty in source.duties.all()]
    return {
        "title": source.title, "what": source.what, "place": source.place, "contact": source.contact, "who": source.who,
        "open_to": list(source.open_to.values_list("pk", flat=True)), "duties": write_duties(duties), "starts_on": first,
        "ends_on": first + (source.ends_on - source.starts_on),
        "times": write_times(sorted(spans, key=lambda span: (span.starts, span.ends))[:6]),
        "heads": max((shift.pool.capacity or 1 for shift in shifts), default=4),
    }  # fmt: skip
