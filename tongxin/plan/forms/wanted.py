"""What the reader asks to see, from the address; nonsense is as good as nothing."""

from __future__ import annotations

from django.http import QueryDict

from tongxin.plan.queries.year_page import SORTS, STATES, Wanted


def wanted(query: QueryDict) -> Wanted:
    """Category, state, typed words and order of the year's table."""
    state, sort = query.get("state", ""), query.get("sort", "")
    return Wanted(
        category=query.get("category", "")[:20],
        state=state if state in dict(STATES) else "",
        typed=query.get("q", "").strip()[:60],
        sort=sort if sort.removeprefix("-") in SORTS else "",
    )
