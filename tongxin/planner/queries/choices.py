"""What the form of an activity's facts offers."""

from __future__ import annotations

from django.db.models import QuerySet

from tongxin.activities.models import Activity
from tongxin.activities.queries.choices import to_merge_into
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit
from tongxin.org.queries.units import union_of


def officers_for(activity: Activity) -> QuerySet[Person]:
    """Who holds a post in the activity's union."""
    path = union_of(activity.unit).path or ""
    held = Person.objects.filter(posts__unit__path__startswith=path, posts__until=None, left_on=None)
    return held.distinct().order_by("name_key")


def payers_for(activity: Activity) -> QuerySet[Unit]:
    """Units of the union that may pay."""
    path = union_of(activity.unit).path or ""
    return Unit.objects.filter(path__startswith=path, closed_on=None).exclude(kind=Unit.Kind.GROUP).order_by("path")


def others_for(actor: Actor, activity: Activity) -> QuerySet[Activity]:
    """Activities of the same year that it may have to follow."""
    return to_merge_into(actor, activity)
