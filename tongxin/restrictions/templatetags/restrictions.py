"""The band about restrictions, for every page they touch: `{% load restrictions %}{% restrictions_band %}`."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template

from tongxin.core import clock
from tongxin.restrictions.access import own_paths
from tongxin.restrictions.queries.band import band

register = template.Library()


@register.inclusion_tag("restrictions/_band.html", takes_context=True)
def restrictions_band(context: Any, unit: Any = None, year: int | None = None) -> dict[str, Any]:
    """What holds for the reader now: under the member's hat for the own unit today, at the desk for all that is looked after,
    from today on. `unit` asks for that unit instead, `year` for what of that year is still to come. One statement."""
    request = context.get("request")
    actor = getattr(request, "actor", None)
    today = clock.today(clock.now())
    if actor is None:
        return {"band": None}
    last = date(year, 12, 31) if year else None if actor.in_office else today
    paths = (unit.path,) if unit is not None else own_paths(actor)
    first = max(today, date(year, 1, 1)) if year else today
    return {"band": band(paths, first, last, inner=actor.in_office), "frame": context.get("frame")}
