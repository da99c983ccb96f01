"""When a person fetches a pack, for calendars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.agenda import Entry, Source, Whose
from tongxin.places.models import Place

MOST: Final = 100


def ask(whose: Whose, first: date, last: date) -> Iterable[Entry]:
    """Every time slot the person chose. One query."""
    if whose.person_id is None:
        return []
    rows = Place.objects.filter(
        person=whose.person_id, state=Place.State.HELD, pool__window__starts_at__date__range=(first, last)
    )
    return [_entry(place) for place in rows.select_related("pool__window__point__round").order_by("pk")[:MOST]]


def _entry(place: Place) -> Entry:
    window = place.pool.window
    point = window.point
    where = f"{point.name} {point.place}".strip()
    return Entry(
        uid=f"welfare-window-{window.pk}", title=_("领%(round)s") % {"round": point.round.title}, starts=window.starts_at,
        ends=window.ends_at, place=where, words=point.contact, url=reverse("collecting:pass", args=[point.round_id]),
        changed_at=place.changed_at, cancelled=point.round.state == "cancelled",
    )  # fmt: skip


SOURCE: Final = Source("collecting", ask)
