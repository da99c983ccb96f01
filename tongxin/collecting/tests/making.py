"""Rounds that are handed out, for tests: packs, people who get them, points and time slots."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from tests.cast import NOW, Cast, make_person
from tongxin.collecting import actions
from tongxin.collecting.models import Point, Receipt
from tongxin.collecting.queries.listed import first_of
from tongxin.collecting.queries.secret import secret_of
from tongxin.collecting.rules import codes
from tongxin.core.spans import read_times
from tongxin.org.models import Person
from tongxin.welfare.models import Entitled, Pack, Round

LATER = NOW + timedelta(minutes=5)
OPENED = NOW - timedelta(days=3)
SIGNATURE = "M10 10L20 20L30 15L40 40L50 45L60 70L80 90"


def make_round(cast: Cast, *names: str, state: str = "handing", packs: str = "A", **more: Any) -> Round:
    """A round of the union that is being handed out; the named people of the cast get something, each from the own unit."""
    values = {"title": "中秋慰问", "year": 2020, "gives_on": date(2020, 10, 20), "opened_at": OPENED, **more}
    round = Round.objects.create(unit=cast.union, state=state, **values)
    for order, letter in enumerate(packs):
        Pack.objects.create(round=round, letter=letter, name=f"{letter}礼盒", is_default=order == 0, order=order)
    for name in names:
        entitle(round, cast.people[name])
    return round


def entitle(round: Round, person: Person, **more: Any) -> Entitled:
    """A line of the round's list."""
    placement = person.placements.order_by("-pk").first()
    return Entitled.objects.create(round=round, person=person, unit=placement.unit if placement else None, **more)


def line(round: Round, person: Person) -> Entitled:
    """The person's line."""
    return Entitled.objects.select_related("person", "unit", "round__unit").get(round=round, person=person)


def code(round: Round, person: Person) -> str:
    """The person's pass."""
    return codes.pass_code(secret_of(round.pk), round.pk, person.pk)


def digits(round: Round, person: Person) -> str:
    """The person's digits."""
    return codes.digits_of(secret_of(round.pk), line(round, person).pk, first_of(round))


def people(cast: Cast, round: Round, count: int, unit: str = "ee") -> list[Person]:
    """Many people of one branch on the list, without sign-ins."""
    made = [
        make_person(f"8{number:05d}", f"员{number}", cast.units[unit], cast.union, user=False)
        for number in range(count)
    ]
    for person in made:
        entitle(round, person)
    return made


def make_point(cast: Cast, round: Round, name: str = "工会活动室", *units: str, now: datetime = NOW) -> Point:
    """A point, for these units of the cast or for everybody."""
    return actions.add_point(
        actor=cast.actor("office"), now=now, round=round, name=name, place="行政楼101", contact="周敏 1234",
        units=[cast.units[unit] for unit in units],
    )  # fmt: skip


def make_windows(cast: Cast, point: Point, times: str = "8:00-10:00", heads: int | None = 2, **more: Any) -> list[Any]:
    """Time slots of tomorrow, an hour each."""
    day = date(2020, 10, 21)
    given = {"first": day, "last": day, "minutes": 60, "now": NOW, **more}
    return actions.add_windows(actor=cast.actor("office"), point=point, times=read_times(times), heads=heads, **given)


def handed(cast: Cast, round: Round, name: str, *, by: str = "office", **more: Any) -> Receipt:
    """An officer hands the pack to `name`."""
    given = {"now": LATER, **more}
    return actions.hand_over(actor=cast.actor(by), entitled=line(round, cast.people[name]), **given)[0]


def page(cast: Cast, who: str, url: str, *, in_office: bool = True, code: int = 200) -> str:
    """The page as `who` gets it."""
    answer = cast.client(who, in_office=in_office).get(url)
    assert answer.status_code == code, answer.content.decode()[-2000:]
    return str(answer.content.decode())
