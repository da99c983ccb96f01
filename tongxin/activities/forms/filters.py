"""The filters of the list, from its address."""

from __future__ import annotations

from django.http import QueryDict

from tongxin.activities.models import Activity, Category
from tongxin.activities.queries.listing import Filters
from tongxin.org.models import Unit


def filters_from(query: QueryDict, units: list[Unit], categories: list[Category], year: int) -> Filters:
    """Filters that exist, of that year; anything else in the address filters nothing."""
    state, mode = query.get("state", ""), query.get("mode", "")
    return Filters(
        year=year,
        category=next((each for each in categories if each.code == query.get("category")), None),
        unit=next((each for each in units if str(each.pk) == query.get("unit")), None),
        state=state if state in Activity.State.values else "",
        mode=mode if mode in Activity.Mode.values else "",
        words=query.get("q", "").strip()[:60],
        sort=query.get("sort", ""),
    )
