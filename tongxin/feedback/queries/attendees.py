"""Who is asked about an activity."""

from __future__ import annotations

from tongxin.activities.models import Activity
from tongxin.feedback.hooks import attendees
from tongxin.places.models import Place


def people_of(activity: Activity) -> set[int]:
    """Ids of those who came, as the first app says that knows; where none does, of those who held a place."""
    for source in attendees:
        if found := set(source.ask(activity)):
            return found
    held = Place.objects.filter(pool__slot__activity=activity, state=Place.State.HELD)
    return set(held.order_by().values_list("person_id", flat=True))
