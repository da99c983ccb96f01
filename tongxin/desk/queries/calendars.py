"""The addresses of calendars, and whose each is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import Http404
from django.utils.translation import gettext as _

from tongxin.core.agenda import Entry, Whose, entries
from tongxin.notices.models import Feed
from tongxin.org.access import union_path
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit

BACK, AHEAD = timedelta(days=90), timedelta(days=400)


@dataclass(frozen=True)
class Calendars:
    """The page: the secret of the actor's addresses (empty where there is none yet) and what can be subscribed to."""

    token: str
    own_units: tuple[Unit, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Told:
    """One calendar with what stands in it."""

    name: str
    entries: tuple[Entry, ...]


def calendars(actor: Actor) -> Calendars:
    """What the actor can subscribe to: one's own places, one's own units first, then the others of the union."""
    token = Feed.objects.filter(person=actor.person_id or 0).values_list("token", flat=True).first() or ""
    if not actor.union_id:
        return Calendars(token, (), ())
    units = list(Unit.objects.filter(path__startswith=union_path(actor.union_id), closed_on=None).order_by("path"))
    own = tuple(unit for unit in units if actor.unit_path.startswith(unit.path or "\0"))
    return Calendars(token, own, tuple(unit for unit in units if unit not in own))


def person_of(token: str) -> Person:
    """Whose calendar address this is. Refuses: 404, also for who has left."""
    feed = Feed.objects.select_related("person__union").filter(token=token, person__left_on=None).first()
    if feed is None:
        raise Http404
    return feed.person


def own_calendar(person: Person, today: date) -> Told:
    """What the person has a place in."""
    return Told(_("我的活动"), tuple(entries(Whose(person_id=person.pk), today - BACK, today + AHEAD)))


def unit_calendar(person: Person, pk: int, today: date) -> Told:
    """What a unit of the person's union shows to members. Refuses: 404."""
    unit = Unit.objects.filter(pk=pk, path__startswith=person.union.path or "\0").first()
    if unit is None:
        raise Http404
    found = entries(Whose(unit=unit), today - BACK, today + AHEAD)
    return Told(_("%(unit)s的活动") % {"unit": unit.called}, tuple(found))
