"""A large union, seeded: the same every time."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

BRANCHES = 40
YEAR = 2020


def build(members: int, activities: int) -> Any:
    """A union of 40 branches with so many members and activities of 2020, three quarters of them held; gives the union."""
    from tongxin.org.models import Unit

    union = _unit(None, Unit.Kind.UNION, "big", "大工会")
    branches = [_unit(union, Unit.Kind.BRANCH, f"b{number}", f"第{number}分工会") for number in range(BRANCHES)]
    _people(union, branches, members)
    _activities(union, branches, activities)
    return union


def _unit(parent: Any, kind: str, code: str, name: str) -> Any:
    from tongxin.core.names import name_key
    from tongxin.org.models import Unit

    unit = Unit.objects.create(parent=parent, kind=kind, code=code, name=name, name_key=name_key(name))
    unit.path = f"{parent.path if parent else ''}{unit.pk}."
    unit.save(update_fields=["path"])
    return unit


def _people(union: Any, branches: list[Any], count: int) -> None:
    from tongxin.org.models import Person, Placement, Standing

    since = date(2015, 9, 1)
    for first in range(0, count, 5000):
        numbers = range(first, min(first + 5000, count))
        people = Person.objects.bulk_create(
            Person(union=union, staff_no=f"{number:07d}", name=f"张{number}", name_key=f"zhang{number}", hired_on=since)
            for number in numbers
        )
        Placement.objects.bulk_create(
            Placement(person=person, unit=branches[number % BRANCHES], since=since)
            for person, number in zip(people, numbers, strict=True)
        )
        Standing.objects.bulk_create(Standing(person=person, state="in_standing", since=since) for person in people)


def _activities(union: Any, branches: list[Any], count: int) -> None:
    from tongxin.activities.models import Activity, Category, Change, Organiser

    chance = Random(2020)
    categories = list(Category.objects.order_by("order"))
    rows = []
    for number in range(count):
        day = date(YEAR, 1, 1) + timedelta(days=chance.randrange(366))
        held = chance.random() < 0.75
        heads = chance.randrange(10, 400)
        rows.append(
            Activity(
                unit=union if number % 3 else branches[number % BRANCHES], year=YEAR, title=f"活动{number}",
                category=categories[number % len(categories)], state="done" if held else "cancelled", planned_on=day,
                starts_on=day, held_on=day if held else None, persons=heads if held else None,
                person_times=heads * 2 if held else None, mode=chance.choice(["on_site", "online", "mixed"]),
            )
        )  # fmt: skip
    made = Activity.objects.bulk_create(rows)
    Organiser.objects.bulk_create(
        Organiser(activity=activity, unit=branch, role="run", order=order)
        for activity in made
        for order, branch in enumerate(chance.sample(branches, 2))
    )
    Change.objects.bulk_create(
        Change(
            activity=activity, kind="cancelled", reason="epidemic", at="2020-05-01T00:00:00Z", by="bench",
            year_before=YEAR, year_after=YEAR,
        )
        for activity in made
        if activity.state == "cancelled"
    )  # fmt: skip
