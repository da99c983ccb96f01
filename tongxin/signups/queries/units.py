"""The units an activity can be offered to."""

from __future__ import annotations

from django.db.models import QuerySet

from tongxin.activities.models import Activity
from tongxin.org.models import Unit


def units_to_offer(activity: Activity) -> QuerySet[Unit]:
    """All living units of the union it belongs to, in the order of the tree."""
    root = (activity.unit.path or "").split(".", 1)[0] + "."
    kinds = (Unit.Kind.BRANCH, Unit.Kind.GROUP, Unit.Kind.DEPARTMENT, Unit.Kind.CLUB)
    return Unit.objects.filter(path__startswith=root, kind__in=kinds, closed_on=None).order_by("order", "path")
