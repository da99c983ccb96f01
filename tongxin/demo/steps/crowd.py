"""The many who do one thing each: members without a sign-in of their own, always the same ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from random import Random
from typing import TypeVar

from tongxin.demo.facts.accounts import ACCOUNTS
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit
from tongxin.org.queries.placed import members_on
from tongxin.signups.queries.audience import people_placed

T = TypeVar("T")
OURS = [account.staff_no for account in ACCOUNTS]


def crowd(unit: Unit, on: date, count: int, word: str, *, with_accounts: bool = True) -> list[Actor]:
    """`count` members of the unit or below it as actors, shuffled by `word`; the demonstration accounts first, or not at all.

    Fewer where there are fewer.
    """
    members = members_on(unit, on).values_list("person", flat=True)
    people = people_placed(unit, on).select_related("union").filter(pk__in=members)
    ours = list(people.filter(staff_no__in=OURS).order_by("pk")) if with_accounts else []
    others = list(people.exclude(staff_no__in=OURS).order_by("staff_no"))
    Random(word).shuffle(others)
    return [_actor(person) for person in [*ours, *others][:count]]


def some(all_: Sequence[T], part: int, whole: int) -> list[T]:
    """The first so many, as `part` of `whole` would be."""
    return list(all_[: round(len(all_) * part / whole)])


def actors(people: Iterable[int]) -> list[Actor]:
    """These people as actors, in the order of their ids."""
    found = Person.objects.filter(pk__in=list(people)).select_related("union").order_by("pk")
    return [_actor(person) for person in found]


def _actor(person: Person) -> Actor:
    return Actor(
        person_id=person.pk,
        union_id=person.union_id,
        unit_path=person.union.path or "",
        name=person.name,
        label=person.name,
    )
