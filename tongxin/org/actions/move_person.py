"""Move a person to another unit."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right, unit_of
from tongxin.org.actions.checks import not_in_future, open_to_people, still_here
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Placement, Unit
from tongxin.org.queries.people import placement_now
from tongxin.org.queries.units import union_of
from tongxin.org.rules.rights import PEOPLE_CHANGE
from tongxin.ui.words import fullday


@transaction.atomic
def move_person(*, actor: Actor, now: datetime, person: Person, to: Unit, since: date, reason: str = "") -> Placement:
    """The person belongs to `to` as from `since`. Posts stay: they are ended by themselves.

    Refuses: `person.gone`, `person.already_there`, `person.other_union`, `person.move_before_last`,
    `unit.takes_no_people`, `unit.closed`, `day.in_future`, and as `require_right` for both units.
    """
    before = unit_of(person)
    require_right(actor, PEOPLE_CHANGE, before)
    require_right(actor, PEOPLE_CHANGE, to)
    person = lock(Person.objects.filter(pk=person.pk)).get()
    still_here(person)
    not_in_future(since, now, field="since")
    open_to_people(to, since)
    held = placement_now(person)
    _check(person, held, to, since)
    if held is not None:
        Placement.objects.filter(pk=held.pk).update(until=since)
    placement = Placement.objects.create(person=person, unit=to, since=since, reason=reason)
    record(
        actor=actor, now=now, act="org.move_person", thing=person, unit=to, reason=reason,
        before={"unit": before.pk, "name": before.name}, after={"unit": to.pk, "name": to.name, "since": since},
    )  # fmt: skip
    return placement


def _check(person: Person, held: Placement | None, to: Unit, since: date) -> None:
    if union_of(to).pk != person.union_id:
        raise Refused("person.other_union", _("那是另一个工会。这边办离开，那边办入册。"), field="unit")
    if held is None:
        return
    if held.unit_id == to.pk:
        raise Refused("person.already_there", _("已经在“%(unit)s”。") % {"unit": to.called}, field="unit")
    if since < held.since:
        words = _("早于到现在单位的日子%(day)s。改日期。") % {"day": fullday(held.since)}
        raise Refused("person.move_before_last", words, field="since")
