"""Who reaches what: paths, could and may, hats, a stranger's 404."""

from datetime import date

import pytest
from django.http import Http404

from tongxin.core.refusals import Refused
from tongxin.org.access import (
    get_person,
    get_post,
    get_term,
    get_unit,
    inside,
    people_for,
    require_right,
    require_somewhere,
    unit_of,
    units_for,
)
from tongxin.org.actor import MEMBER, NOBODY, OFFICE, Actor, Grant, shell_actor
from tongxin.org.models import Person, Placement, Post, Term, Unit

HOLDER = Actor(
    person_id=1,
    hat=OFFICE,
    grants=(Grant("people.read", "1."), Grant("people.read", "1.4."), Grant("units.change", "1.4."), Grant("x", "9.")),
)


@pytest.mark.parametrize(
    ("right", "unit", "could"),
    [
        ("people.read", "1.", True),
        ("people.read", "1.4.7.", True),
        ("people.read", "11.", False),
        ("units.change", "1.", False),
        ("units.change", "1.4.", True),
        ("units.change", "1.44.", False),
        ("unknown", "1.4.", False),
        ("people.read", "", False),
    ],
)
def test_a_right_holds_in_its_unit_and_below(right, unit, could):
    assert HOLDER.could(right, unit) is could
    assert HOLDER.may(right, unit) is could
    member = Actor(grants=HOLDER.grants)
    assert member.could(right, unit) is could
    assert member.may(right, unit) is False


def test_paths_leave_out_what_lies_below_another():
    assert HOLDER.paths("people.read") == ("1.",)
    assert Actor(grants=HOLDER.grants).paths("people.read") == ()


def test_somewhere_is_enough_to_see_a_list():
    assert HOLDER.has_somewhere("units.change")
    assert not Actor(grants=HOLDER.grants).has_somewhere("units.change")
    assert Actor(grants=HOLDER.grants).could_somewhere("units.change")


def test_the_shell_may_everything_and_nobody_nothing():
    assert shell_actor().may("system.operate", "") and shell_actor().may("people.read", "7.")
    assert not NOBODY.is_officer
    assert not NOBODY.could("people.read", "1.")


@pytest.mark.parametrize(
    ("who", "hat", "officer"), [("chair", OFFICE, True), ("member", MEMBER, False), ("operator", OFFICE, True)]
)
def test_only_who_has_a_post_wears_the_office_hat(cast, who, hat, officer):
    assert cast.actor(who).hat == hat
    assert cast.actor(who).is_officer is officer
    assert cast.actor(who, in_office=False).hat == MEMBER


def test_a_post_counts_from_its_first_day_to_the_day_before_its_last(cast):
    posts = Post.objects.filter(person=cast.people["branch"])
    for since, until, held in (
        (date(2020, 10, 20), None, True),
        (date(2020, 10, 21), None, False),
        (date(2019, 1, 1), date(2020, 10, 20), False),
        (date(2019, 1, 1), date(2020, 10, 21), True),
    ):
        posts.update(since=since, until=until)
        assert cast.actor("branch").is_officer is held


@pytest.mark.parametrize(
    ("who", "office", "code", "status"),
    [
        ("branch", False, "access.office_mode", 403),
        ("member", True, "access.no_right", 404),
        ("outsider", True, "access.no_right", 404),
        ("hr", True, "access.no_right", 404),
    ],
)
def test_without_the_right_in_force_there_is_a_coded_refusal(cast, who, office, code, status):
    actor = cast.actor(who, in_office=office)
    with pytest.raises(Refused) as caught:
        require_right(actor, "people.read", cast.units["ee"])
    assert (caught.value.code, caught.value.status) == (code, status)


def test_somewhere_refuses_alike(cast):
    require_somewhere(cast.actor("branch"), "people.read")
    for who, office, code in (("branch", False, "access.office_mode"), ("hr", True, "access.no_right")):
        with pytest.raises(Refused) as caught:
            require_somewhere(cast.actor(who, in_office=office), "people.read")
        assert caught.value.code == code


def test_every_member_sees_the_own_unions_tree_and_no_other(cast):
    seen = set(units_for(cast.actor("member", in_office=False)).values_list("code", flat=True))
    assert seen == {"demo", "ee", "lib", "hr", "security", "badminton"}
    assert get_unit(cast.actor("member"), cast.units["lib"].pk) == cast.units["lib"]
    for pk in (cast.units["other"].pk, 10**6):
        with pytest.raises(Http404):
            get_unit(cast.actor("member"), pk)


def test_a_person_without_a_post_or_record_sees_nothing(cast):
    assert not units_for(NOBODY).exists()
    assert not people_for(cast.actor("member")).exists()


def test_people_are_seen_below_the_post_alone(cast):
    names = set(people_for(cast.actor("branch")).values_list("name", flat=True))
    assert names == {"吴海燕", "张三"}
    assert people_for(cast.actor("chair")).count() == 9
    assert not people_for(cast.actor("chair", in_office=False)).exists()


def test_oneself_is_always_seen_others_by_right(cast):
    member, other = cast.people["member"], cast.people["librarian"]
    assert get_person(cast.actor("member"), member.pk) == member
    assert get_person(cast.actor("branch"), member.pk) == member
    for who in ("member", "branch", "outsider"):
        with pytest.raises(Refused) as caught:
            get_person(cast.actor(who), other.pk)
        assert caught.value.status == 404
    with pytest.raises(Refused):
        get_person(cast.actor("member"), member.pk, right="people.change")
    with pytest.raises(Http404):
        get_person(cast.actor("chair"), 10**6)


def test_who_left_is_seen_where_they_left_from(cast):
    member = cast.people["member"]
    day = date(2020, 9, 1)
    Placement.objects.filter(person=member).update(until=day)
    Person.objects.filter(pk=member.pk).update(left_on=day)
    assert unit_of(member) == cast.units["ee"]
    assert list(people_for(cast.actor("branch"), gone=True)) == [member]
    assert not people_for(cast.actor("branch")).filter(pk=member.pk).exists()


def test_posts_and_terms_are_fetched_with_their_right(cast):
    post = Post.objects.get(unit=cast.units["ee"])
    term = Term.objects.create(unit=cast.units["ee"], name="一", starts_on=date(2018, 1, 1), ends_on=date(2021, 1, 1))
    assert get_post(cast.actor("office"), post.pk) == post
    assert get_term(cast.actor("branch"), term.pk) == term
    for fetch, pk in ((get_post, post.pk), (get_term, term.pk)):
        with pytest.raises(Refused):
            fetch(cast.actor("audit"), pk)
        with pytest.raises(Http404):
            fetch(cast.actor("office"), 10**6)


def test_inside_takes_the_unit_and_all_below(cast):
    assert Unit.objects.filter(inside(cast.union)).count() == 6
    assert not Unit.objects.filter(inside(Unit())).exists()
