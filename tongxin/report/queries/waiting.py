"""Which summaries nobody has begun."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from tongxin.activities.models import Activity
from tongxin.org.access import below
from tongxin.org.models import Unit
from tongxin.report.models import Summary


def undrafted(paths: tuple[str, ...], year: int) -> list[Unit]:
    """Unions in or below `paths` that held something in the year and have no summary of it."""
    began = Summary.objects.filter(unit=OuterRef("pk"), year=year)
    lived = Activity.objects.filter(unit=OuterRef("pk"), year=year)
    unions = Unit.objects.filter(below(paths, "path"), kind=Unit.Kind.UNION, closed_on=None)
    return list(unions.filter(~Exists(began), Exists(lived)).order_by("path"))
