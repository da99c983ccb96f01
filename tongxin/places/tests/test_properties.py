"""Whatever the order of acts: never more than the capacity, one place a person, nobody passed over."""

from __future__ import annotations

import contextlib
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.cast import NOW, make_cast
from tongxin.core.refusals import Refused
from tongxin.places import actions
from tongxin.places.models import Place, Pool
from tongxin.places.rules.filling import Entry, Seats, fill
from tongxin.places.tests.making import bundled, people_of, pool_of, sound

LINES = st.lists(st.lists(st.sampled_from([(), (1,), (2,), (1, 2)]), min_size=1, max_size=3), max_size=12)


@settings(max_examples=300)
@given(line=LINES, open_=st.integers(0, 8), first=st.integers(0, 3), second=st.integers(0, 3))
def test_nobody_is_passed_over(line, open_, first, second):
    """Who got no seat could not have had one even had all behind it stayed away."""
    entries = [Entry(key, tuple(people)) for key, people in enumerate(line)]
    kept = {1: first, 2: second}
    seated = fill(Seats(open_, dict(kept)), entries)
    used = [quota for seating in seated.values() for quota in seating]
    assert used.count(None) <= open_
    assert all(used.count(quota) <= seats for quota, seats in kept.items())
    for entry in entries:
        alone = fill(Seats(open_, dict(kept)), entries[: entry.key + 1])
        assert (entry.key in alone) == (entry.key in seated)
        if entry.key in seated:
            assert all(
                quota is None or quota in usable for quota, usable in zip(seated[entry.key], entry.people, strict=True)
            )


ACT = st.tuples(
    st.sampled_from(["take", "pair", "withdraw", "confirm", "grow", "remove", "settle", "freeze", "unfreeze", "admit"]),
    st.integers(0, 7), st.integers(0, 7),
)  # fmt: skip


class Whatever(TestCase):
    """The acts as people do them, in any order."""

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        acts=st.lists(ACT, max_size=25),
        capacity=st.integers(0, 4),
        kept=st.integers(0, 2),
        confirm_hours=st.sampled_from([0, 2]),
        companions=st.integers(0, 2),
    )
    def test_the_order_of_acts_does_not_matter(self, acts, capacity, kept, confirm_hours, companions):
        cast = make_cast()
        names = people_of(cast, 6) + people_of(cast, 2, "lib")
        quotas = {cast.units["lib"]: min(kept, capacity)} if kept else {}
        pool = pool_of(
            cast, capacity, quotas=quotas, confirm_hours=confirm_hours, group_max=2, companions_each=1,
            companions_capacity=companions,
        )  # fmt: skip
        now = NOW
        for act, who, other in acts:
            now += timedelta(minutes=30)
            with contextlib.suppress(Refused):
                self.do(act, cast, Pool.objects.get(pk=pool.pk), names[who], names[other], now)
            sound(pool)
            self.nobody_waits_for_nothing(pool, now)

    def do(self, act, cast, pool, name, other, now):
        actor, person = cast.actor(name), cast.people[name].pk
        plain = {"actor": actor, "now": now, "pool": pool}
        officer = {**plain, "actor": cast.actor("office")}
        if act == "take":
            actions.take(**plain, companions=person % 2)
        elif act == "pair":
            actions.take(**plain, people=[person, cast.people[other].pk])
        elif act in ("withdraw", "confirm"):
            getattr(actions, act)(**plain)
        elif act == "grow":
            actions.change_pool(**officer, capacity=pool.taken + person % 3)
        elif act == "remove":
            place = pool.places.filter(person=person).order_by("-number").first()
            actions.remove(**officer, place_id=place.pk if place else 0, reason="试")
        elif act == "settle":
            actions.settle(now=now)
        elif act == "admit":
            actions.admit(**officer, person_id=person, reason="试")
        else:
            getattr(actions, act)(**officer)

    def nobody_waits_for_nothing(self, pool, now):
        """Single people who wait where nothing stands before them and a seat is free: there are none, unless the list is frozen."""
        pool = Pool.objects.get(pk=pool.pk)
        if pool.frozen_at or not pool.queued:
            return
        first = pool.places.filter(state=Place.State.WAITING).order_by("number").first()
        kept = sum(quota.seats - quota.taken for quota in pool.quotas.all())
        if first.group_id is None:
            assert pool.capacity - pool.taken - kept <= 0


BUNDLED = st.tuples(
    st.sampled_from(["take", "swap", "swap", "withdraw", "grow", "remove", "freeze", "unfreeze", "admit", "move"]),
    st.integers(0, 4), st.integers(0, 2),
)  # fmt: skip


class Bundles(TestCase):
    """Several pools of which a person has one place: whatever the order, one each and never oversold."""

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(acts=st.lists(BUNDLED, max_size=25), capacities=st.tuples(*[st.integers(0, 3)] * 3), waiting=st.booleans())
    def test_nobody_has_two_and_nothing_is_oversold(self, acts, capacities, waiting):
        cast = make_cast()
        names = people_of(cast, 5)
        pools = [pool_of(cast, capacity, bundle="b", waiting=waiting) for capacity in capacities]
        now = NOW
        for act, who, which in acts:
            now += timedelta(minutes=30)
            had = self.seated(pools, cast.people[names[who]].pk)
            pool = Pool.objects.get(pk=pools[which].pk)
            try:
                self.do(act, cast, pool, names[who], now)
            except Refused:
                assert self.seated(pools, cast.people[names[who]].pk) == had
            bundled(pools)
            if act in ("swap", "move") and had:
                assert self.seated(pools, cast.people[names[who]].pk), "a place was lost in changing it"

    def seated(self, pools, person):
        return Place.objects.filter(bundle="b", person=person, state=Place.State.HELD).count()

    def do(self, act, cast, pool, name, now):
        actor, person = cast.actor(name), cast.people[name].pk
        officer = {"actor": cast.actor("office"), "now": now, "pool": pool}
        if act in ("take", "swap", "withdraw"):
            getattr(actions, act)(actor=actor, now=now, pool=pool)
        elif act == "grow":
            actions.change_pool(**officer, capacity=pool.taken + person % 3)
        elif act == "remove":
            place = pool.places.filter(person=person).order_by("-number").first()
            actions.remove(**officer, place_id=place.pk if place else 0, reason="试")
        elif act == "admit":
            actions.admit(**officer, person_id=person, reason="试")
        elif act == "move":
            actions.swap(**officer, person_id=person, exception="本人打电话来改")
        else:
            getattr(actions, act)(**officer)
