"""A person's own shifts for calendars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.agenda import Entry, Source, Whose
from tongxin.places.models import Place

MOST: Final = 300
LIVE: Final = (Place.State.HELD, Place.State.OFFERED, Place.State.WAITING)


def ask(whose: Whose, first: date, last: date) -> Iterable[Entry]:
    """Every shift the person has or waits for. One query."""
    if whose.person_id is None:
        return []
    rows = Place.objects.filter(
        person=whose.person_id, state__in=LIVE, pool__shift__starts_at__date__range=(first, last)
    )
    return [_entry(place) for place in rows.select_related("pool__shift__duty__call").order_by("pk")[:MOST]]


def _entry(place: Place) -> Entry:
    shift = place.pool.shift
    call = shift.duty.call
    title = f"{call.title} {shift.duty.name}"
    if place.state != Place.State.HELD:
        title = _("%(title)s（候补）") % {"title": title}
    return Entry(
        uid=f"shift-{shift.pk}", title=title, starts=shift.starts_at, ends=shift.ends_at, place=call.place, words=call.contact,
        url=reverse("mobilisation:call", args=[call.pk]), changed_at=call.published_at,
    )  # fmt: skip


SOURCE: Final = Source("mobilisation", ask)
