"""A person who left works here again."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actions.checks import not_in_future, open_to_people
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Placement, Unit
from tongxin.org.queries.units import union_of
from tongxin.org.rules.rights import PEOPLE_CHANGE
from tongxin.ui.words import fullday


@transaction.atomic
def take_back(*, actor: Actor, now: datetime, person: Person, unit: Unit, since: date, reason: str = "") -> Person:
    """Back on the roster of `unit` as from `since`; the membership is taken up by `change_standing`.

    Refuses: `person.not_gone`, `person.back_before_left`, `person.other_union`, `unit.takes_no_people`, `unit.closed`,
    `day.in_future`, and as `require_right`.
    """
    require_right(actor, PEOPLE_CHANGE, unit)
    person = lock(Person.objects.filter(pk=person.pk)).get()
    not_in_future(since, now, field="since")
    open_to_people(unit, since)
    left_on = _check(person, unit, since)
    person.left_on = None
    person.save(update_fields=["left_on"])
    Placement.objects.create(person=person, unit=unit, since=since, reason=reason)
    if person.user is not None:
        person.user.is_active = True
        person.user.save(update_fields=["is_active"])
    record(
        actor=actor, now=now, act="org.take_back", thing=person, unit=unit, reason=reason,
        before={"left_on": left_on}, after={"unit": unit.pk, "since": since},
    )  # fmt: skip
    return person


def _check(person: Person, unit: Unit, since: date) -> date:
    if person.left_on is None:
        raise Refused("person.not_gone", _("%(name)s没有离职，要换单位办“调动”。") % {"name": person.name})
    if union_of(unit).pk != person.union_id:
        raise Refused("person.other_union", _("那是另一个工会。在那边办入册。"), field="unit")
    if since < person.left_on:
        words = _("早于离职日期%(day)s。改日期。") % {"day": fullday(person.left_on)}
        raise Refused("person.back_before_left", words, field="since")
    return person.left_on
