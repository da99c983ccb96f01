"""Set up an empty union with its first officer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tongxin.core import clock
from tongxin.org.actions import appoint, enrol, found_unit, invite
from tongxin.org.actor import Actor
from tongxin.org.models import Unit


@dataclass(frozen=True)
class FirstOfficer:
    """Who begins: the union's chair, who then invites all others."""

    staff_no: str
    name: str


@dataclass(frozen=True)
class SetUp:
    """The union, and the path by which its first officer signs in for the first time."""

    union: Unit
    link: str


@transaction.atomic
def set_up(*, actor: Actor, now: datetime, code: str, name: str, officer: FirstOfficer) -> SetUp:
    """Found the union, enrol its first officer as chair and invite that person. Refuses as the acts it is made of."""
    union = found_unit(actor=actor, now=now, parent=None, kind="union", code=code, name=name)
    person = enrol(actor=actor, now=now, unit=union, staff_no=officer.staff_no, name=officer.name)
    appoint(actor=actor, now=now, person=person, unit=union, kind="chair", since=clock.today(now))
    return SetUp(union, invite(actor=actor, now=now, person=person))
