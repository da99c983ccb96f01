"""What the rule of a pool needs to know of people, in one statement however many they are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Max

from tongxin.core.database import as_day
from tongxin.places.models import Place, Pool
from tongxin.places.rules.drawing import tickets
from tongxin.places.rules.entitled import Facts, Rule

# By hand, because this stands in the path of every tap of a rush: compiled by the ORM it costs more than it takes to run.
_FACTS = """
SELECT p.id, whole.path, COALESCE(unit.path, whole.path), placed.unit_id, standing.id IS NOT NULL, p.sex, p.hired_on, p.left_on
FROM org_person p
JOIN org_unit whole ON whole.id = p.union_id
LEFT JOIN org_placement placed ON placed.person_id = p.id AND placed.until IS NULL
LEFT JOIN org_unit unit ON unit.id = placed.unit_id
LEFT JOIN org_standing standing ON standing.person_id = p.id AND standing.state = 'in_standing'
    AND standing.since <= %s AND (standing.until IS NULL OR standing.until > %s)
WHERE p.id IN ({})
"""


def facts_of(pool: Pool, people: Collection[int], today: date) -> dict[int, Facts]:
    """The facts of these people, by id; who is unknown is missing. Earlier places only where the pool's rule asks for them."""
    if not people:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_FACTS.format(", ".join(["%s"] * len(people))), [today, today, *people])
        facts = {row[0]: _facts(row) for row in cursor.fetchall()}
    if pool.series and pool.once_years:
        for person, day in _used(pool, people):
            if person in facts:
                facts[person] = replace(facts[person], used_on=day)
    if pool.way == Pool.Way.DRAW:
        for person, losses in losses_of(pool, people).items():
            if person in facts:
                facts[person] = replace(facts[person], tickets=tickets(losses))
    return facts


def rule_of(pool: Pool) -> Rule:
    """The pool's rule for `rules/entitled.py`."""
    paths = tuple(path or "" for path in pool.open_to.values_list("path", flat=True)) if pool.narrowed else ()
    return Rule(
        home=pool.unit.path or "", who=pool.who, paths=paths, sex=pool.sex, service_years=pool.service_years,
        once_years=pool.once_years if pool.series else 0, happens_on=pool.happens_on,
    )  # fmt: skip


def losses_of(pool: Pool, people: Collection[int]) -> dict[int, int]:
    """How many draws of the same union (of the same series, where there is one) each lost since last holding a place in one."""
    rows = Place.objects.filter(person__in=people, pool__way=Pool.Way.DRAW, pool__series=pool.series).exclude(pool=pool)
    rows = rows.filter(
        pool__draw__drawn_at__isnull=False, state__in=(Place.State.LOST, Place.State.HELD, Place.State.WAITING)
    )
    losses: dict[int, int] = {}
    for person, state in rows.order_by("pool__draw__drawn_at", "id").values_list("person", "state"):
        losses[person] = 0 if state == Place.State.HELD else losses.get(person, 0) + 1
    return losses


def last_used(pool: Pool, person: int) -> date | None:
    """The day of the last place of the pool's series that this person held; None where there is none."""
    return dict(_used(pool, [person])).get(person)


def _used(pool: Pool, people: Collection[int]) -> list[tuple[int, date]]:
    held = Place.objects.filter(person__in=people, state=Place.State.HELD, pool__series=pool.series).exclude(pool=pool)
    return list(held.values_list("person").annotate(day=Max("pool__happens_on")).filter(day__isnull=False))


def _facts(row: tuple[Any, ...]) -> Facts:
    person, union, path, unit, member, sex, hired_on, left_on = row
    return Facts(person, union, path, unit, bool(member), sex, as_day(hired_on), as_day(left_on))
