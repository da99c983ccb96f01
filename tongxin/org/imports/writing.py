"""Write what the rows of a roster plan, a chunk in a handful of statements, with an audit entry for each person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from tongxin.audit.actions import Thing, Touched, record_many
from tongxin.core import clock
from tongxin.core.database import insert_rows
from tongxin.core.names import initials, name_key
from tongxin.imports.protocol import Touched as TakenIn
from tongxin.org.actor import Actor
from tongxin.org.imports.plans import PersonPlan
from tongxin.org.models import Person, Placement, Standing, Unit

DETAILS = ("name", "name_key", "initials", "sex", "born_on", "hired_on", "phone", "email")
PERSON = ("union", "staff_no", *DETAILS)
EMPTY: dict[str, object] = {key: None if key.endswith("_on") else "" for key in DETAILS}


def write(*, actor: Actor, now: datetime, union: Unit, plans: Sequence[PersonPlan]) -> TakenIn:
    """Add the new people and change the known ones; who they are."""
    new = _add(actor, now, union, [plan for plan in plans if plan.known is None])
    known = [plan for plan in plans if plan.known is not None]
    _change(actor, now, known)
    return {"new": new, "changed": [_person(plan).pk for plan in known]}


def _add(actor: Actor, now: datetime, union: Unit, plans: Sequence[PersonPlan]) -> list[int]:
    insert_rows(Person, PERSON, (_person_row(union, plan) for plan in plans))
    numbers = [plan.staff_no for plan in plans]
    ids = dict(Person.objects.filter(union=union, staff_no__in=numbers).order_by().values_list("staff_no", "pk"))
    insert_rows(
        Placement, ("person", "unit", "since", "reason"),
        ((ids[plan.staff_no], plan.unit.pk if plan.unit else None, plan.placed_since, "") for plan in plans),
    )  # fmt: skip
    insert_rows(
        Standing, ("person", "state", "since", "reason"),
        ((ids[plan.staff_no], plan.standing, plan.since, "") for plan in plans if plan.standing),
    )  # fmt: skip
    record_many(actor=actor, now=now, act="org.enrol", touched=(_enrolled(ids[plan.staff_no], plan) for plan in plans))
    return [ids[plan.staff_no] for plan in plans]


def _person_row(union: Unit, plan: PersonPlan) -> list[object]:
    named = {**EMPTY, **_named(plan.details)}
    return [union.pk, plan.staff_no, *(named[key] for key in DETAILS)]


def _change(actor: Actor, now: datetime, plans: Sequence[PersonPlan]) -> None:
    if not plans:
        return
    touched = list(_changed(plans))
    for plan in plans:
        for key, value in _named(plan.details).items():
            setattr(_person(plan), key, value)
    Person.objects.bulk_update([_person(plan) for plan in plans if plan.details], DETAILS, batch_size=500)
    _move([plan for plan in plans if plan.moves], now)
    _stand([plan for plan in plans if plan.standing])
    record_many(actor=actor, now=now, act="org.change_by_import", touched=touched)


def _move(plans: Sequence[PersonPlan], now: datetime) -> None:
    today = clock.today(now)
    held = [plan.known.placement for plan in plans if plan.known and plan.known.placement]
    for placement in held:
        placement.until = max(today, placement.since)
    Placement.objects.bulk_update(held, ["until"], batch_size=500)
    Placement.objects.bulk_create(
        Placement(person=_person(plan), unit=plan.unit, since=_begins(plan, today)) for plan in plans
    )


def _stand(plans: Sequence[PersonPlan]) -> None:
    held = []
    for plan in plans:
        standing = plan.known.standing if plan.known else None
        if standing is not None:
            standing.until = max(plan.since, standing.since)
            held.append(standing)
    Standing.objects.bulk_update(held, ["until"], batch_size=500)
    Standing.objects.bulk_create(
        Standing(person=_person(plan), state=plan.standing or "", since=_stands_from(plan)) for plan in plans
    )


def _begins(plan: PersonPlan, today: date) -> date:
    placement = plan.known.placement if plan.known else None
    return max(today, placement.since) if placement else today


def _stands_from(plan: PersonPlan) -> date:
    standing = plan.known.standing if plan.known else None
    return max(plan.since, standing.since) if standing else plan.since


def _named(details: dict[str, object]) -> dict[str, object]:
    """The details with what follows from the name."""
    name = details.get("name")
    return {**details, "name_key": name_key(str(name)), "initials": initials(str(name))} if name else dict(details)


def _person(plan: PersonPlan) -> Person:
    assert plan.known is not None
    return plan.known.person


def _enrolled(pk: int, plan: PersonPlan) -> Touched:
    unit = plan.unit
    after = {"staff_no": plan.staff_no, "unit": unit.pk if unit else None, "standing": plan.standing}
    return Touched(Thing("org.person", pk, str(plan.details.get("name", ""))), (unit.path if unit else "") or "", after)


def _changed(plans: Sequence[PersonPlan]) -> Iterator[Touched]:
    for plan in plans:
        person, known = _person(plan), plan.known
        before = {key: getattr(person, key) for key in plan.details}
        after: dict[str, object] = dict(plan.details)
        if plan.unit is not None:
            before["unit"] = known.placement.unit.name if known and known.placement else None
            after["unit"] = plan.unit.name
        if plan.standing:
            before["standing"] = known.standing.state if known and known.standing else None
            after["standing"] = plan.standing
        place = plan.unit or (known.placement.unit if known and known.placement else person.union)
        yield Touched(person, place.path or "", after, before)
