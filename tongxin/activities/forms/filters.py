"""The filters of the list, from its address."""

from __future__ import annotations

from datetime import date

from django.http import QueryDict

from tongxin.activities.models import Activity, Category
from tongxin.activities.queries.choices import year_of
from tongxin.activities.queries.listing import Filters
from tongxin.org.models import Unit


def filters_from(query: QueryDict, units: list[Unit], categories: list[Category], today: date) -> Filters:
    """Filters that exist; anything else in the address filters nothing."""
    state, mode = query.get("state", ""), query.get("mode", "")
    return Filters(
        year=year_of(query.get("year", ""), today),
        category=next((each for each in categories if each.code == query.get("category")), None),
        unit=next((each for each in units if str(each.pk) == query.get("unit")), None),
        state=state if state in Activity.State.values else "",
        mode=mode if mode in Activity.Mode.values else "",
        words=query.get("q", "").strip()[:60],
        sort=query.get("sort", ""),
    )
