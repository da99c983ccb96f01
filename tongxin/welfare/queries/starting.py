"""After which round a new one is made."""

from __future__ import annotations

from tongxin.org.models import Unit
from tongxin.welfare.models import Round


def last_round(unit: Unit, year: int, festival: str) -> Round | None:
    """The unit's latest round of that festival (or without one) up to the year, called off ones left out. One query."""
    rows = Round.objects.filter(unit=unit, festival=festival, year__lte=year).exclude(state=Round.State.CANCELLED)
    return rows.order_by("-year", "-gives_on", "-pk").first()


def same_named(unit: Unit, year: int, title: str) -> Round | None:
    """A round of that name and year that has not been called off. One query."""
    return Round.objects.filter(unit=unit, year=year, title=title).exclude(state=Round.State.CANCELLED).first()
