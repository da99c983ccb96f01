"""A unit's team, signed up by its officer: each refusal, and two taps at once."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.support.racing import at_once
from tongxin.contests.queries.ours import our_page
from tongxin.contests.tests.making import NOW, event, fresh, relay, team
from tongxin.core.refusals import Refused
from tongxin.notices.models import Message
from tongxin.places.models import Group, Place
from tongxin.places.tests.making import people_of, sound
from tongxin.signups.tests.making import sign_up


def some(cast: Cast, count: int = 2, unit: str = "ee"):
    return [cast.people[name] for name in people_of(cast, count, unit)]


def refused(code, *args, **given):
    before = Place.objects.count(), Group.objects.count()
    with pytest.raises(Refused) as refusal:
        team(*args, **given)
    assert refusal.value.code == code
    assert before == (Place.objects.count(), Group.objects.count())
    return refusal.value


@pytest.mark.django_db
def test_a_team_gets_its_place_its_name_and_each_is_told(cast):
    slot = relay(cast)
    people = some(cast)
    assert team(cast, slot, "branch", people).state == "held"
    group = Group.objects.get()
    assert (group.name, group.unit) == ("电子与电气工程学院队", cast.units["ee"])
    assert set(Message.objects.filter(notice__title__contains="报上了").values_list("person", flat=True)) == {
        person.pk for person in people
    }
    page = our_page(slot.activity, cast.units["ee"], NOW)
    assert (page.people, page.events[0].left, page.events[0].can) == (2, 0, False)
    assert our_page(slot.activity, cast.units["lib"], NOW).events[0].left == 1
    sound(slot.pool)


@pytest.mark.django_db
def test_the_second_team_bears_a_number_and_the_third_is_one_too_many(cast):
    slot = relay(cast, per_unit=2)
    team(cast, slot, "branch", some(cast))
    team(cast, slot, "branch", some(cast))
    assert refused("signup.per_unit", cast, slot, "branch", some(cast)).sentence.endswith(
        "电子与电气工程学院队、电子与电气工程学院2队。"
    )
    assert team(cast, slot, "office", some(cast, unit="lib"), "lib", name="书虫").state == "held"


@pytest.mark.django_db
def test_a_team_a_member_signed_up_counts_too(cast):
    slot = relay(cast)
    sign_up(cast, slot, "member", others=[cast.people["branch"]])
    refused("signup.per_unit", cast, slot, "branch", some(cast))


@pytest.mark.django_db
def test_who_left_makes_room(cast):
    slot = relay(cast)
    team(cast, slot, "branch", some(cast))
    Place.objects.update(state="withdrawn")
    assert team(cast, slot, "branch", some(cast)).state == "held"


@pytest.mark.django_db
def test_only_the_units_own_people(cast):
    slot = relay(cast)
    people = [*some(cast, 1), cast.people["librarian"]]
    assert refused("contest.not_ours", cast, slot, "branch", people).field == "people"


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 5])
def test_neither_too_few_nor_too_many(cast, size):
    slot = relay(cast)
    assert refused("signup.team", cast, slot, "branch", some(cast, size)).field == "people"


@pytest.mark.django_db
def test_an_event_of_single_persons_takes_no_team(cast):
    refused("contest.no_team", cast, event(cast), "branch", some(cast))


@pytest.mark.django_db
def test_who_is_in_already_is_in_no_second_team(cast):
    slot = relay(cast, per_unit=3)
    people = some(cast, 3)
    team(cast, slot, "branch", people[:2])
    refused("contest.in_already", cast, slot, "branch", [people[0], people[2]])
    refused("places.in_already", cast, slot, "branch", [people[2], people[0]])
    refused("places.twice", cast, slot, "branch", [people[2], people[2]])


@pytest.mark.django_db
@pytest.mark.parametrize(("by", "unit", "code"), [("branch", "lib", "access.no_right"), ("member", "ee", "access.no_right"), ("hr", "ee", "access.no_right")])  # fmt: skip
def test_only_who_looks_after_the_units_people(cast, by, unit, code):
    slot = relay(cast)
    refused(code, cast, slot, by, some(cast, unit=unit), unit)


@pytest.mark.django_db
def test_not_once_the_activity_is_over(cast):
    slot = relay(cast)
    slot.activity.state = "done"
    slot.activity.held_on = NOW.date()
    slot.activity.save()
    refused("signup.not_open", cast, slot, "branch", some(cast))
    assert not our_page(fresh(slot).activity, cast.units["ee"], NOW).events[0].can


@pytest.mark.django_db(transaction=True)
def test_officers_tapping_at_once_never_pass_the_limit(cast):
    slot = relay(cast, per_unit=2)
    teams = [some(cast) for _each in range(5)]
    answers = at_once(*(lambda people=people: team(cast, slot, "branch", people).state for people in teams))
    assert sorted(answers) == ["held"] * 2 + ["signup.per_unit"] * 3
    assert Group.objects.count() == 2
    sound(slot.pool)
