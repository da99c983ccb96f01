"""People and units found by what somebody typed: a number or a code, or a name that only one has."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Case, Q, Value, When

from tongxin.org.models import Person, Unit, UnitAlias
from tongxin.org.queries.units import union_of

SEVERAL = 6


def named_in(words: str, union_id: int | None, known: Q | None = None) -> tuple[list[Person], list[str]]:
    """The people whose numbers or names stand in `words`, in that order, and the words that name nobody or several. One query.

    `known` is a condition on people (`org.access.people_known`): who is beyond it is as if there were no such person.
    """
    parts = [part for part in re.split(r"[\s,，、;；]+", words.strip()) if part]
    if not parts or union_id is None:
        return [], parts
    rows = Person.objects.filter(Q(staff_no__in=parts) | Q(name__in=parts), union=union_id, left_on=None)
    found = list(rows if known is None else rows.filter(known))
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


def units_named(words: str, near: Unit) -> list[Unit]:
    """The open units of the tree of `near` that the words may mean, at most `SEVERAL`: by whole name, short name, code or alias,
    else by a part of the name. One alone where it is clear: of several the only one in the union of `near`. Three queries at most.
    """
    words = words.strip()
    if not words:
        return []
    union, root = union_of(near), (near.path or "\0").split(".")[0]
    own = Case(When(path__startswith=union.path or "\0", then=Value(0)), default=Value(1))
    rows: Any = Unit.objects.filter(path__startswith=f"{root}.", closed_on=None).order_by(
        own, "kind", "order", "name_key", "pk"
    )
    alias = UnitAlias.objects.filter(name=words).values("unit")
    whole = Q(name=words) | Q(short_name=words) | Q(code=words) | Q(pk__in=alias)
    found = list(rows.filter(whole)[:SEVERAL])
    found = found or list(rows.filter(Q(name__icontains=words) | Q(short_name__icontains=words))[:SEVERAL])
    mine = [unit for unit in found if unit.is_below(union)]
    return mine if len(mine) == 1 else found
