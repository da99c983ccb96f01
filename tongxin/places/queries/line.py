"""The waiting list of a pool as its rules see it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from tongxin.places.models import Place, Pool
from tongxin.places.rules.filling import Entry
from tongxin.places.rules.seating import quotas_of


def line_of(pool: Pool, quotas: Mapping[int, str], state: str = Place.State.WAITING) -> list[Entry]:
    """Who waits, in order; a group is one entry, where its first stands. An entry's key is its first place's id."""
    rows = pool.places.filter(state=state).values_list("pk", "group", "number", "unit__path")
    firsts: dict[int, int] = {}
    for _pk, group, number, _path in rows:
        if group:
            firsts[group] = min(firsts.get(group, number), number)
    ordered = sorted(rows, key=lambda row: (firsts.get(row[1] or 0, row[2]), row[2]))
    return [
        _entry(list(members), quotas)
        for _key, members in groupby(ordered, key=lambda row: (row[1] or 0, row[0] if not row[1] else 0))
    ]


def members_of(pool: Pool, keys: list[int]) -> dict[int, list[Place]]:
    """The places behind entries, by key."""
    firsts = {place.pk: place for place in pool.places.filter(pk__in=keys).select_related("unit")}
    groups = {place.group_id: place.pk for place in firsts.values() if place.group_id}
    found = {pk: [place] for pk, place in firsts.items()}
    states = {place.state for place in firsts.values()}
    for place in pool.places.filter(group__in=groups, state__in=states).exclude(pk__in=keys).select_related("unit"):
        found[groups[place.group_id or 0]].append(place)
    return found


def _entry(members: list[tuple[int, int | None, int, str | None]], quotas: Mapping[int, str]) -> Entry:
    return Entry(members[0][0], tuple(quotas_of(path or "", quotas) for _pk, _group, _number, path in members))
