"""Change what is known of a person."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.core import clock
from tongxin.core.database import lock
from tongxin.core.names import initials, name_key
from tongxin.org.access import require_right, unit_of
from tongxin.org.actions import checks
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit
from tongxin.org.queries.people import username_of
from tongxin.org.rules.phones import masked, tidy
from tongxin.org.rules.rights import PEOPLE_CHANGE

OWN = frozenset({"phone", "email"})


class Details(TypedDict, total=False):
    """What may be changed; what is not given stays."""

    staff_no: str
    name: str
    sex: str
    born_on: date | None
    hired_on: date | None
    phone: str
    email: str


@transaction.atomic
def change_person(
    *, actor: Actor, now: datetime, person: Person, reason: str = "", **details: Unpack[Details]
) -> Person:
    """Change the given details; everyone may change the own telephone and mail address. Without a change, no entry.

    Refuses: `person.staff_no_taken`, `person.name_missing`, `person.name_not_possible`,
    `person.staff_no_missing`, `person.staff_no_not_possible`, `person.too_young`, `person.phone_not_possible`,
    `person.dates_crossed`, and as `require_right`.
    """
    unit = unit_of(person)
    if not (person.pk == actor.person_id and set(details) <= OWN):
        require_right(actor, PEOPLE_CHANGE, unit)
    person = lock(Person.objects.filter(pk=person.pk)).get()
    changed = {name: value for name, value in _tidied(details).items() if getattr(person, name) != value}
    if not changed:
        return person
    before = {name: getattr(person, name) for name in changed}
    for name, value in changed.items():
        setattr(person, name, value)
    _check(person, person.union, clock.today(now))
    person.name_key, person.initials = name_key(person.name), initials(person.name)
    person.save()
    _keep_sign_in(person)
    record(
        actor=actor, now=now, act="org.change_person", thing=person, unit=unit, reason=reason,
        before=_told(before), after=_told(changed),
    )  # fmt: skip
    return person


def _tidied(details: Details) -> dict[str, Any]:
    given: dict[str, Any] = {
        name: value.strip() if isinstance(value, str) else value for name, value in details.items()
    }
    return {**given, "phone": tidy(given["phone"])} if "phone" in given else given


def _check(person: Person, union: Unit, today: date) -> None:
    checks.possible_details(
        name=person.name,
        staff_no=person.staff_no,
        phone=person.phone,
        born_on=person.born_on,
        hired_on=person.hired_on,
        today=today,
    )
    checks.free_staff_no(union, person.staff_no, besides=person.pk)


def _keep_sign_in(person: Person) -> None:
    """The sign-in bears the staff number and the name: it follows them."""
    if person.user is not None:
        person.user.username, person.user.name = username_of(person), person.name
        person.user.save(update_fields=["username", "name"])


def _told(details: dict[str, Any]) -> dict[str, Any]:
    """What the trail keeps: telephone, mail and birthday only as far as needed to see that they changed."""
    hidden = {
        "phone": lambda value: masked(value),
        "email": lambda value: f"***@{value.rpartition('@')[2]}" if value else "",
        "born_on": lambda value: value.year if value else None,
    }
    return {name: hidden[name](value) if name in hidden else value for name, value in details.items()}
