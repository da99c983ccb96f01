"""People signed up in the demonstration year, came and rated; and a visitor can sign up for something now."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from django.test import Client

from tests.support.demonstration import AFTERWARDS
from tongxin.activities.models import Activity
from tongxin.attendance.queries.counts import tallies
from tongxin.core.clock import today
from tongxin.core.periods import Period
from tongxin.demo import PASSWORD
from tongxin.demo.facts.signups import BATCHES, MEETINGS, NOW, SIGN_UPS, WALK
from tongxin.org.actor import shell_actor
from tongxin.places.models import Draw, Place
from tongxin.places.rules import drawing
from tongxin.report.queries.figures import compute_all
from tongxin.signups.models import Slot

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def figures(demonstration):
    """The figures of 2020 by key."""
    return {row.key: row.value for row in compute_all(demonstration, Period.of_year(2020), shell_actor())}


def slots(title: str) -> list[Slot]:
    return list(Slot.objects.filter(activity__title=title).select_related("pool"))


def test_the_figures_of_taking_part_are_plausible(figures):
    assert figures["activities.signups"] > 100
    assert Fraction(80, 100) <= figures["activities.attendance_rate"] <= Fraction(97, 100)
    assert 0 < figures["activities.no_shows"] < figures["activities.signups"]
    assert Fraction(80, 100) <= figures["activities.satisfaction"] <= Fraction(97, 100)


@pytest.mark.parametrize("fact", [*SIGN_UPS, *MEETINGS], ids=lambda fact: fact.title)
def test_at_every_door_some_were_due_and_nearly_all_of_them_came(demonstration, fact):
    closed = [slot.pk for slot in slots(fact.title) if hasattr(slot, "sheet")]
    assert closed
    for tally in tallies(closed).values():
        assert 0 <= tally.missing < max(tally.due, 1)
        assert tally.came == tally.met


def test_the_class_met_every_week(demonstration):
    evenings = [slot for slot in slots("线上读书月") if slot.kind == "session"]
    days = [today(slot.starts_at) for slot in evenings]
    assert len(days) == 4
    assert {later - day for day, later in pairwise(days)} == {timedelta(weeks=1)}


def test_the_draw_can_be_recomputed_by_anybody(demonstration):
    draw = Draw.objects.get(pool__slot__activity__title="端午包粽子")
    assert drawing.commitment(draw.seed) == draw.commitment
    assert drawing.order(draw.seed, draw.word, draw.roll)[: len(draw.winners)] == draw.winners


def test_where_some_gave_their_place_back_the_first_who_waited_moved_up(demonstration):
    pool = slots("青年教师教学沙龙")[0].pool
    states = [place.state for place in pool.places.order_by("number")]
    assert states.count(Place.State.WITHDRAWN) == 2
    assert pool.taken == pool.capacity
    assert pool.queued == states.count(Place.State.WAITING) > 0


def test_families_came_along_on_an_outing(demonstration):
    assert sum(place.companions for place in Place.objects.filter(pool__slot__activity__category__code="tuan")) > 0


def test_the_walk_went_in_three_batches(demonstration):
    assert [slot.title for slot in slots(WALK)] == [batch.title for batch in BATCHES]


def test_a_visitor_signs_up_with_one_tap(demonstration):
    activity = Activity.objects.get(title=NOW.title)
    assert activity.starts_on > today(AFTERWARDS)
    first, second, *_rest = slots(NOW.title)
    assert (first.pool.free, second.pool.free > 0) == (0, True)
    client = Client()
    client.post("/sign-in/", {"username": "member", "password": PASSWORD})
    assert NOW.title in client.get("/").content.decode()
    assert client.post(f"/activities/{activity.pk}/sign-up/", {"slot": second.pk}).status_code == 302
    assert second.pool.places.filter(person__staff_no="member", state="held").exists()


def test_what_is_open_now_belongs_to_no_figure_of_the_year(demonstration):
    assert Activity.objects.get(title=NOW.title).year > 2020
