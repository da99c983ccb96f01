"""Acts at the same moment, on both databases: the last seat, leaving against moving up, a draw against a late tap."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from functools import partial

import pytest

from tests.cast import NOW, make_cast
from tests.support.racing import at_once
from tongxin.places import actions
from tongxin.places.actions.seat import Wish, seat
from tongxin.places.actions.take import told
from tongxin.places.models import Place, Pool
from tongxin.places.rules.seating import Ask
from tongxin.places.tests.making import bundle_of, bundled, people_of, pool_of, sound, states, take

pytestmark = pytest.mark.django_db(transaction=True)


def tap(actor, pool, **more):
    return lambda: (
        actions.take(actor=actor, now=NOW, pool=Pool.objects.select_related("unit").get(pk=pool.pk), **more).state
    )


def test_the_last_seats_go_to_as_many_as_there_are():
    cast = make_cast()
    pool = pool_of(cast, 5, waiting=False)
    actors = [cast.actor(name, in_office=False) for name in people_of(cast, 16)]
    got = Counter(at_once(*(tap(actor, pool) for actor in actors)))
    assert got == {"held": 5, "places.full": 11}
    sound(pool)


def test_the_same_tap_at_the_same_moment_is_one_place():
    cast = make_cast()
    pool = pool_of(cast, 5)
    actor = cast.actor("member")
    assert at_once(*(tap(actor, pool) for _each in range(8))) == ["held"] * 8
    assert Place.objects.count() == 1
    sound(pool)


def test_who_leaves_makes_room_for_one():
    cast = make_cast()
    pool = pool_of(cast, 2)
    for name in ("member", "librarian", "branch", "hr"):
        take(cast, pool, name)
    leaving = [
        partial(actions.withdraw, actor=cast.actor(name), now=NOW, pool=pool) for name in ("member", "librarian")
    ]
    at_once(*leaving, tap(cast.actor("audit"), pool), tap(cast.actor("party"), pool))
    found = states(pool)
    assert found["吴海燕"] == found["丁磊"] == "held"
    assert found["蒋文慧"] == found["汪倩"] == "waiting"
    sound(pool)


def test_a_tap_during_the_draw_is_in_it_or_refused():
    cast = make_cast()
    end = NOW + timedelta(hours=1)
    pool = pool_of(cast, 2, way="draw", closes_at=end)
    names = people_of(cast, 6)
    for name in names[:3]:
        take(cast, pool, name)
    draw = lambda: actions.hold_draw(actor=cast.actor("office"), now=end, pool=pool).roll  # noqa: E731
    late = [
        partial(actions.take, actor=cast.actor(name), now=end, pool=Pool.objects.get(pk=pool.pk)) for name in names[3:]
    ]
    drawn, *others = at_once(draw, *late)
    assert drawn.count("\n") == 3
    assert others == ["places.over"] * 3
    assert Counter(states(pool).values()) == {"held": 2, "waiting": 1}
    sound(pool)


def test_a_yes_and_its_deadline_at_the_same_moment():
    cast = make_cast()
    pool = pool_of(cast, 1, confirm_hours=1)
    for name in ("member", "librarian", "branch"):
        take(cast, pool, name)
    actions.withdraw(actor=cast.actor("member"), now=NOW, pool=pool)
    end = NOW + timedelta(hours=1)
    yes = lambda: actions.confirm(actor=cast.actor("librarian"), now=end - timedelta(seconds=1), pool=pool).state  # noqa: E731
    at_once(yes, lambda: actions.settle(now=end))
    assert (states(pool)["李四"], states(pool)["吴海燕"]) in (("held", "waiting"), ("expired", "offered"))
    sound(pool)


def elsewhere(actor, pool):
    """The same tap in another process, which knows nothing of the line in this one."""
    return lambda: told(seat(pool.pk, [Wish(actor, NOW, Ask((actor.person_id,)))])[0]).state


def test_two_first_taps_in_two_pools_of_a_bundle_are_one_place():
    """Each pool has its own lock, so both see nobody elsewhere; the constraint lets one in, the other is told why not."""
    cast = make_cast()
    first, second = bundle_of(cast, 40, 40)
    for name in people_of(cast, 12):
        actor = cast.actor(name, in_office=False)
        assert sorted(at_once(elsewhere(actor, first), elsewhere(actor, second))) == ["held", "places.elsewhere"]
    bundled([first, second])
    assert Place.objects.count() == 12


def test_batches_of_several_processes_that_hold_the_same_people_come_to_an_end():
    """Two taps of everybody, in batches of two processes at the same moment, written in one order: nobody waits for ever."""
    cast = make_cast()
    pools = bundle_of(cast, 40, 40)
    actors = [cast.actor(name, in_office=False) for name in people_of(cast, 12)]

    def batch(pool, actors):
        wishes = [Wish(actor, NOW, Ask((actor.person_id,))) for actor in actors]
        return lambda: [answer.decision.no for answer in seat(pool.pk, wishes)]

    first, second = at_once(batch(pools[0], actors), batch(pools[1], actors[::-1]))
    assert sorted(zip(first, second[::-1], strict=True)) == [("", "elsewhere")] * 12 or set(first) == {"elsewhere"}
    bundled(pools)
    assert Place.objects.count() == 12


def test_taps_of_one_process_on_several_pools_of_a_bundle_stand_in_one_line():
    cast = make_cast()
    first, second = bundle_of(cast, 40, 40)
    for name in people_of(cast, 6):
        actor = cast.actor(name, in_office=False)
        assert sorted(at_once(tap(actor, first), tap(actor, second))) == ["held", "places.elsewhere"]
    bundled([first, second])


def test_a_crowd_on_a_bundle_gets_one_place_each_and_no_more_than_there_are():
    cast = make_cast()
    pools = bundle_of(cast, 3, 4, 5)
    actors = [cast.actor(name, in_office=False) for name in people_of(cast, 8)]
    at_once(*(tap(actor, pool) for actor in actors for pool in pools))
    bundled(pools)
    assert Place.objects.count() == 8


def test_changing_ones_mind_against_others_who_want_the_same():
    cast = make_cast()
    pools = bundle_of(cast, 20, 3)
    names = people_of(cast, 8)
    for name in names[:6]:
        take(cast, pools[0], name)

    def change(name, pool):
        actor = cast.actor(name, in_office=False)
        return lambda: actions.swap(actor=actor, now=NOW, pool=Pool.objects.get(pk=pool.pk)).state

    got = Counter(at_once(*(change(name, pools[1]) for name in names)))
    assert got == {"held": 3, "places.full": 5}
    bundled(pools)
    back = at_once(*(change(name, pool) for name in names for pool in pools))
    assert set(back) <= {"held", "places.full", "places.moved", "places.elsewhere"}
    bundled(pools)
