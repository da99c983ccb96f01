"""Take a person onto the roster."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction

from tongxin.audit.actions import record
from tongxin.core import clock
from tongxin.core.names import initials, name_key
from tongxin.org.access import require_right
from tongxin.org.actions import checks
from tongxin.org.actions.change_standing import not_possible
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Placement, Standing, Unit
from tongxin.org.queries.units import union_of
from tongxin.org.rules.phones import tidy
from tongxin.org.rules.rights import PEOPLE_CHANGE
from tongxin.org.rules.standing import may_follow


@transaction.atomic
def enrol(
    *,
    actor: Actor,
    now: datetime,
    unit: Unit,
    staff_no: str,
    name: str,
    sex: str = "",
    born_on: date | None = None,
    hired_on: date | None = None,
    phone: str = "",
    email: str = "",
    standing: str | None = "in_standing",
    since: date | None = None,
) -> Person:
    """Add a person to a unit, as from `since` (the day of hiring, or today); `standing` None: staff, not a member.

    Refuses: `person.staff_no_taken`, `person.name_missing`, `person.name_not_possible`,
    `person.staff_no_missing`, `person.staff_no_not_possible`, `person.too_young`, `person.phone_not_possible`,
    `person.dates_crossed`, `unit.takes_no_people`, `unit.closed`, `standing.not_possible`, `day.in_future`,
    and as `require_right`.
    """
    require_right(actor, PEOPLE_CHANGE, unit)
    name, staff_no, phone = name.strip(), staff_no.strip(), tidy(phone)
    since = since or hired_on or clock.today(now)
    checks.not_in_future(since, now, field="since")
    checks.open_to_people(unit, since)
    checks.possible_details(
        name=name, staff_no=staff_no, phone=phone, born_on=born_on, hired_on=hired_on, today=clock.today(now)
    )
    if standing is not None and not may_follow(None, standing):
        raise not_possible(None, standing)
    union = union_of(unit)
    checks.free_staff_no(union, staff_no)
    person = Person(
        union=union, staff_no=staff_no, name=name, name_key=name_key(name), initials=initials(name), sex=sex,
        born_on=born_on, hired_on=hired_on, phone=phone, email=email,
    )  # fmt: skip
    _add(person)
    Placement.objects.create(person=person, unit=unit, since=since)
    if standing is not None:
        Standing.objects.create(person=person, state=standing, since=since)
    after = {"staff_no": staff_no, "unit": unit.pk, "standing": standing, "since": since}
    record(actor=actor, now=now, act="org.enrol", thing=person, unit=unit, after=after)
    return person


def _add(person: Person) -> None:
    """Refuses: `person.staff_no_taken`, also where two officers enrol the same number at once."""
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as clash:
        checks.free_staff_no(person.union, person.staff_no)
        raise clash
