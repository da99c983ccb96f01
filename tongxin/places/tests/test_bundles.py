"""One place of all pools of a bundle, and changing it for another."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.places import actions
from tongxin.places.models import Pool
from tongxin.places.tests.making import bundle_of, bundled, people_of, pool_of, states, swap, take

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def refused(act, *args, **more):
    with pytest.raises(Refused) as caught:
        act(*args, **more)
    return caught.value


def test_in_a_bundle_a_person_has_one_place(cast):
    first, second = bundle_of(cast, 3, 3)
    take(cast, first, "member")
    refusal = refused(take, cast, second, "member")
    assert (refusal.code, refusal.sentence) == ("places.elsewhere", "你已经选了秋游，先改选。")
    assert take(cast, first, "member").again
    bundled([first, second])


def test_pools_of_another_bundle_do_not_hinder(cast):
    first = bundle_of(cast, 3)[0]
    other = pool_of(cast, 3, bundle="welfare:2:packs")
    take(cast, first, "member")
    assert take(cast, other, "member").state == "held"


def test_changing_ones_mind_moves_the_place_and_leaves_both_entries(cast):
    first, second = bundle_of(cast, 1, 1)
    take(cast, first, "member")
    assert swap(cast, second, "member").state == "held"
    assert [states(pool).get("张三") for pool in (first, second)] == ["withdrawn", "held"]
    assert list(Entry.objects.filter(act="places.swap").values_list("who", "before")) == [("张三", {"state": "held"})]
    assert take(cast, first, "librarian").state == "held"
    bundled([first, second])


def test_changing_to_what_is_gone_leaves_all_as_it_was(cast):
    first, second = bundle_of(cast, 1, 1)
    take(cast, first, "member")
    take(cast, second, "librarian")
    assert refused(swap, cast, second, "member").code == "places.full"
    stale = Pool.objects.get(pk=second.pk)
    stale.taken = 0
    with pytest.raises(Refused) as caught:
        actions.swap(actor=cast.actor("member"), now=NOW, pool=stale)
    assert caught.value.code == "places.full"
    assert [states(pool).get("张三") for pool in (first, second)] == ["held", None]
    assert not Entry.objects.filter(act="places.swap").exists()
    bundled([first, second])


def test_a_place_is_not_given_up_for_a_waiting_list(cast):
    first = bundle_of(cast, 1)[0]
    second = pool_of(cast, 1, bundle=first.bundle)
    take(cast, first, "member")
    take(cast, second, "librarian")
    assert refused(swap, cast, second, "member").code == "places.full"
    assert states(first) == {"张三": "held"}


def test_who_waited_for_what_was_given_up_gets_it(cast):
    second = bundle_of(cast, 1)[0]
    first = pool_of(cast, 1, bundle=second.bundle)
    take(cast, first, "member")
    take(cast, first, "librarian")
    swap(cast, second, "member")
    assert states(first) == {"张三": "withdrawn", cast.people["librarian"].name: "held"}


def test_without_a_place_it_is_a_first_choice_and_the_same_twice_is_once(cast):
    first, second = bundle_of(cast, 1, 1)
    assert not swap(cast, first, "member").again
    assert swap(cast, first, "member").again
    bundled([first, second])


def test_what_may_not_be_given_back_is_not_changed_but_by_an_officer(cast):
    first, second = bundle_of(cast, 2, 2)
    take(cast, first, "member")
    for pool in (first, second):
        actions.freeze(actor=cast.actor("office"), now=NOW, pool=pool)
    assert refused(swap, cast, second, "member").code == "places.too_late"
    person = cast.people["member"].pk
    swap(cast, second, "office", person_id=person, exception="本人打电话来改")
    assert [states(pool).get("张三") for pool in (first, second)] == ["withdrawn", "held"]
    assert Entry.objects.get(act="places.swap").reason == "本人打电话来改"


def test_what_is_left_over_is_given_to_many_and_who_came_away_empty_is_told(cast):
    first, second = bundle_of(cast, 2, 5, closes_at=NOW - timedelta(minutes=1))
    ids = [cast.people[name].pk for name in people_of(cast, 4)]
    office = cast.actor("office")
    assert actions.assign(actor=office, now=NOW, pool=first, people=ids) == ids[2:]
    assert actions.assign(actor=office, now=NOW, pool=second, people=ids) == ids[:2]
    bundled([first, second])
