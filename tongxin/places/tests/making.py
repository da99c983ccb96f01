"""Pools and people for tests."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.cast import NOW, Cast, make_person
from tongxin.org.models import Person
from tongxin.places import actions
from tongxin.places.actions.take import Taken
from tongxin.places.models import Place, Pool


def pool_of(cast: Cast, capacity: int | None = 2, **terms: Any) -> Pool:
    """A pool of the union, open since an hour."""
    return actions.open_pool(
        actor=cast.actor("office"), now=NOW - timedelta(hours=1), unit=cast.union, label="秋游", capacity=capacity,
        url="/activities/1/", **terms,
    )  # fmt: skip


def bundle_of(cast: Cast, *capacities: int | None, **terms: Any) -> list[Pool]:
    """Pools of one bundle, of which a person gets one place: packs of so many each."""
    return [pool_of(cast, capacity, bundle="welfare:1:packs", waiting=False, **terms) for capacity in capacities]


def bundled(pools: list[Pool]) -> None:
    """All pools are sound, and nobody is in two of them."""
    for pool in pools:
        sound(pool)
    live = Place.objects.filter(bundle=pools[0].bundle, state__in=("held", "offered", "waiting", "entered"))
    assert live.count() == live.values("person").distinct().count()


def people_of(cast: Cast, count: int, unit: str = "ee") -> list[str]:
    """More members, by the names under which the cast knows them."""
    names = []
    for _each in range(count):
        name = f"more{len(cast.people)}"
        cast.people[name] = make_person(
            f"3015{len(cast.people):04d}", f"职工{len(cast.people)}", cast.units[unit], cast.union
        )
        names.append(name)
    return names


def take(cast: Cast, pool: Pool, name: str, *others: str, now: Any = NOW, **more: Any) -> Taken:
    """`name` taps, with others."""
    people = [cast.people[each].pk for each in (name, *others)] if others else []
    pool = Pool.objects.select_related("unit").get(pk=pool.pk)
    return actions.take(actor=cast.actor(name, in_office=False), now=now, pool=pool, people=people, **more)


def states(pool: Pool) -> dict[str, str]:
    """The states of the latest place of each person, by person's name."""
    return {place.person.name: place.state for place in pool.places.select_related("person").order_by("number")}


def sound(pool: Pool) -> None:
    """The counters are what the rows say, and nobody sits beyond the capacity."""
    pool = Pool.objects.get(pk=pool.pk)
    seated = pool.places.filter(state__in=("held", "offered"))
    assert pool.taken == seated.count()
    assert pool.capacity is None or pool.taken <= pool.capacity
    assert pool.queued == pool.places.filter(state="waiting").count()
    live = pool.places.filter(state__in=("held", "offered", "waiting", "entered"))
    assert live.count() == live.values("person").distinct().count()
    assert pool.companions_taken == sum(live.values_list("companions", flat=True))
    for quota in pool.quotas.all():
        assert quota.taken == seated.filter(quota=quota).count() <= quota.seats


def person(cast: Cast, name: str) -> Person:
    """Who that is."""
    return cast.people[name]


def last(pool: Pool, name: str, cast: Cast) -> Place:
    """The person's latest place."""
    return pool.places.filter(person=cast.people[name]).order_by("-number")[0]


def swap(cast: Cast, pool: Pool, name: str, **more: Any) -> Taken:
    """Change the place of a bundle for one here, by that name."""
    return actions.swap(actor=cast.actor(name), now=NOW, pool=Pool.objects.get(pk=pool.pk), **more)
