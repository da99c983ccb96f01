"""People found by what somebody typed: a staff number, or a name that only one of the union has."""

from __future__ import annotations

import re

from django.db.models import Q

from tongxin.org.models import Person


def named_in(words: str, union_id: int | None) -> tuple[list[Person], list[str]]:
    """The people whose numbers or names stand in `words`, in that order, and the words that name nobody or several. One query."""
    parts = [part for part in re.split(r"[\s,，、;；]+", words.strip()) if part]
    if not parts or union_id is None:
        return [], parts
    rows = Person.objects.filter(Q(staff_no__in=parts) | Q(name__in=parts), union=union_id, left_on=None)
    found = list(rows)
    people: list[Person] = []
    unknown: list[str] = []
    for part in parts:
        fitting = [person for person in found if part == person.staff_no] or [
            each for each in found if part == each.name
        ]
        if len(fitting) == 1:
            people.append(fitting[0])
        else:
            unknown.append(part)
    return people, unknown
