"""A held activity with people who came to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from tests.cast import NOW, Cast, actor_for, make_person
from tongxin.activities.actions import finish
from tongxin.activities.models import Activity
from tongxin.activities.tests.making import add
from tongxin.feedback.actions import give_feedback
from tongxin.feedback.models import Box
from tongxin.org.actor import Actor
from tongxin.org.models import Person
from tongxin.places.models import Place, Pool
from tongxin.signups.models import Slot

HELD = date(2020, 10, 16)


@dataclass
class Held:
    """The activity, who came, and the box."""

    cast: Cast
    activity: Activity
    people: list[Person]

    @property
    def box(self) -> Box:
        return Box.objects.get(activity=self.activity)

    def actor(self, number: int) -> Actor:
        return actor_for(self.people[number], in_office=False)

    def answer(self, first: int, last: int, rating: str = "good", sentence: str = "") -> None:
        """Answers of the people from `first` to before `last`."""
        for number in range(first, last):
            give_feedback(actor=self.actor(number), now=NOW, activity=self.activity, rating=rating, sentence=sentence)


def hold(activity: Activity, people: list[Person], unit) -> Slot:
    """Places of the whole of an activity, held by these people."""
    pool = Pool.objects.create(unit=unit, label=activity.title)
    slot = Slot.objects.create(activity=activity, pool=pool)
    Place.objects.bulk_create(
        Place(pool=pool, person=person, unit=unit, state="held", number=number, at=NOW, changed_at=NOW)
        for number, person in enumerate(people, 1)
    )
    return slot


def held_by(cast: Cast, count: int, held_on: date = HELD) -> Held:
    """An activity that so many people held a place in, the member first, finished by the office."""
    people = [cast.people["member"]]
    people += [make_person(f"88{n:03d}", f"吴{n}", cast.units["ee"], cast.union) for n in range(count - 1)]
    activity = add(cast, published=True)
    hold(activity, people, cast.union)
    held = finish(actor=cast.actor("office"), now=NOW, activity=activity, held_on=held_on, persons=count)
    return Held(cast, held, people)


@pytest.fixture
def held(cast: Cast) -> Held:
    """Twelve people came."""
    return held_by(cast, 12)
