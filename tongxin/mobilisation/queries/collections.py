"""Temporary collections: lists, counts by unit, one's own answer, single answers for the readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Sum

from tongxin.core.clock import today
from tongxin.mobilisation.access import collections_for
from tongxin.mobilisation.models import Answer, Asked, Collection
from tongxin.mobilisation.rules.questions import counted, in_order
from tongxin.mobilisation.words import COUNTED, QUESTIONS
from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Placement
from tongxin.org.queries.placed import in_force
from tongxin.org.rules.rights import PEOPLE_READ

MOST = 50


@dataclass(frozen=True)
class Card:
    """A collection as a line."""

    pk: int
    title: str
    unit: str
    ends_on: date
    erase_on: date
    open: bool
    erased: bool
    people: int
    answered: int


@dataclass(frozen=True)
class Line:
    """A unit's counts; `counts` empty where too few answered, or nothing is counted. `silent` who has not answered."""

    unit: str
    people: int
    answered: int
    counts: list[tuple[str, int]]
    silent: list[str]


@dataclass(frozen=True)
class Counts:
    """The officer's page."""

    collection: Collection
    questions: list[str]
    readers: list[str]
    lines: list[Line]
    people: int
    answered: int
    open: bool
    may_read: bool


@dataclass(frozen=True)
class Told:
    """What one reads before writing anything."""

    collection: Collection
    questions: list[str]
    readers: list[str]
    answer: Answer | None
    open: bool


def collections_page(actor: Actor, now: datetime) -> list[Card]:
    """What the actor looks after or reads, the newest first. Two queries."""
    rows = list(collections_for(actor).select_related("unit")[:MOST])
    people = Asked.objects.filter(collection__in=rows).order_by().values("collection")
    sums = {row["collection"]: row for row in people.annotate(people=Sum("people"), kept=Sum("answered"))}
    live = dict(Answer.objects.filter(collection__in=rows).order_by().values_list("collection").annotate(n=Count("pk")))
    return [
        Card(
            each.pk, each.title, each.unit.called, each.ends_on, each.erase_on, each.is_open(today(now)), each.erased_at is not None,
            sums[each.pk]["people"] or 0, (sums[each.pk]["kept"] or 0) if each.erased_at else live.get(each.pk, 0),
        )
        for each in rows
    ]  # fmt: skip


def counts_page(actor: Actor, collection: Collection, now: datetime) -> Counts:
    """Counts of the units that the actor looks after, and who there is silent. Five queries."""
    asked = collection.asked.select_related("unit")
    if not actor.may(PEOPLE_READ, collection.unit):
        asked = asked.filter(below(actor.paths(PEOPLE_READ), "unit__path"))
    units = list(asked)
    answers: dict[int, list[dict[str, Any]]] = {}
    for row in Answer.objects.filter(asked__in=units).values("asked", "person", "well", "temperature", "away"):
        answers.setdefault(row["asked"], []).append(dict(row))
    silent = _silent(collection, units, now) if collection.is_open(today(now)) else {}
    lines = [_line(collection, each, answers.get(each.pk, []), silent.get(each.pk, [])) for each in units]
    readers = _readers(collection)
    return Counts(
        collection, _questions(collection), [reader.name for reader in readers], lines, sum(line.people for line in lines),
        sum(line.answered for line in lines), collection.is_open(today(now)),
        collection.erased_at is None and actor.person_id in {reader.pk for reader in readers},
    )  # fmt: skip


def told_page(actor: Actor, collection: Collection, now: datetime) -> Told:
    """Two queries."""
    answer = collection.answers.filter(person=actor.person_id or 0).first()
    names = [reader.name for reader in _readers(collection)]
    return Told(collection, _questions(collection), names, answer, collection.is_open(today(now)))


def to_answer(person_id: int, path: str, day: date) -> Sequence[Collection]:
    """Open collections that ask a person placed at `path` and have no answer of theirs. One query."""
    steps = [int(step) for step in path.split(".") if step]
    rows = Collection.objects.filter(erased_at=None, starts_on__lte=day, ends_on__gte=day, asked__unit__in=steps)
    return list(rows.exclude(answers__person=person_id).distinct().order_by("ends_on", "pk"))


def _line(collection: Collection, asked: Asked, answers: list[dict[str, Any]], silent: list[str]) -> Line:
    erased = collection.erased_at is not None
    found = asked.counts if erased else counted(collection.asks, answers)
    counts = [(str(COUNTED[key]), found[key]) for key in in_order(found)]
    return Line(asked.unit.called, asked.people, (asked.answered or 0) if erased else len(answers), counts, silent)


def _silent(collection: Collection, units: Sequence[Asked], now: datetime) -> dict[int, list[str]]:
    """Names of those placed in each unit today who have not answered; who stands in two asked units is named in the nearest."""
    done = set(collection.answers.values_list("person", flat=True))
    found: dict[int, list[str]] = {}
    by_path = {each.unit.path or "": each.pk for each in units}
    under = below(tuple(by_path), "unit__path")
    rows = Placement.objects.filter(under, in_force(today(now)), person__left_on=None).order_by(
        "person__name_key", "pk"
    )
    for person, name, path in rows.values_list("person", "person__name", "unit__path"):
        nearest = max((home for home in by_path if (path or "").startswith(home)), key=len, default=None)
        if person not in done and nearest is not None:
            found.setdefault(by_path[nearest], []).append(name)
    return found


def _readers(collection: Collection) -> list[Person]:
    return list(collection.readers.order_by("name_key", "pk"))


def _questions(collection: Collection) -> list[str]:
    return [str(QUESTIONS[key]) for key in collection.asks]
