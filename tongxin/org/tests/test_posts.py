"""Giving and ending posts, terms, invitations."""

from datetime import date

import pytest

from tongxin.accounts.models import User
from tongxin.audit.models import Entry
from tongxin.org.actions import appoint, end_post, invite, set_term
from tongxin.org.models import Person, Post, Term, Unit
from tongxin.org.tests.support import TODAY, one_entry, refused


@pytest.fixture
def appointed(cast, office_actor, now):
    def act(**changes):
        given = {"person": cast.people["librarian"], "unit": cast.units["lib"], "kind": "chair", "since": TODAY}
        return appoint(**{"actor": office_actor, "now": now, **given, **changes})

    return act


def test_a_post_gives_its_rights_below_its_unit(appointed, cast):
    with one_entry("org.appoint"):
        appointed(title="主席")
    actor = cast.actor("librarian")
    assert actor.may("people.change", cast.units["lib"])
    assert not actor.may("people.change", cast.units["ee"])


def test_a_post_that_begins_later_gives_nothing_yet(appointed, cast):
    appointed(since=date(2021, 1, 1))
    assert not cast.actor("librarian").is_officer


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "partner"}, "post.kind_misplaced"),
        ({"until": TODAY}, "post.dates_crossed"),
        ({"kind": "operator"}, "access.no_right"),
    ],
)
def test_a_post_is_not_given(appointed, changes, code):
    with refused(code):
        appointed(**changes)


def test_nobody_appoints_oneself(appointed, cast):
    with refused("post.oneself"):
        appointed(person=cast.people["office"], unit=cast.union, kind="vice_chair")


def test_a_unit_has_one_chair_at_a_time(appointed, cast, office_actor, now):
    with refused("post.chair_taken"):
        appointed(unit=cast.units["ee"])
    post = Post.objects.get(unit=cast.units["ee"])
    end_post(actor=office_actor, now=now, post=post, until=TODAY, reason="换届")
    appointed(unit=cast.units["ee"])


def test_the_same_post_is_not_held_twice(appointed):
    appointed(kind="committee")
    with refused("post.held_already"):
        appointed(kind="committee", since=date(2021, 1, 1))
    appointed(kind="committee", since=date(2019, 1, 1), until=date(2020, 1, 1))


def test_people_of_another_union_are_not_appointed(appointed, cast):
    with refused("post.other_union"):
        appointed(person=cast.people["outsider"])


def test_who_left_is_not_appointed_nor_anyone_in_a_closed_unit(appointed, cast):
    Unit.objects.filter(pk=cast.units["lib"].pk).update(closed_on=TODAY)
    with refused("unit.closed"):
        appointed()
    Person.objects.filter(pk=cast.people["librarian"].pk).update(left_on=TODAY)
    gone = Person.objects.get(pk=cast.people["librarian"].pk)
    with refused("person.gone"):
        appointed(person=gone)


def test_a_post_belongs_to_a_term_of_its_unit_or_above(appointed, cast):
    days = {"starts_on": date(2018, 1, 1), "ends_on": date(2023, 1, 1)}
    of_ee = Term.objects.create(unit=cast.units["ee"], name="第一届", **days)
    of_union = Term.objects.create(unit=cast.union, name="第二届", **days)
    with refused("post.other_term"):
        appointed(term=of_ee)
    assert appointed(term=of_union).term == of_union


def test_a_branch_chair_appoints_only_in_the_own_branch(appointed, cast):
    branch = cast.actor("branch")
    with refused("access.no_right"):
        appointed(actor=branch)
    appointed(actor=branch, unit=cast.units["ee"], kind="committee", person=cast.people["member"])


def test_operators_are_made_by_operators(appointed, cast):
    post = appointed(actor=cast.actor("operator"), kind="operator", unit=cast.union)
    assert post.kind == "operator"


def test_a_post_ends_and_its_rights_with_it(cast, office_actor, now):
    post = Post.objects.get(unit=cast.units["ee"])
    with one_entry("org.end_post"):
        end_post(actor=office_actor, now=now, post=post, until=TODAY, reason="换届")
    assert not cast.actor("branch").is_officer


@pytest.mark.parametrize(("until", "code"), [(date(2018, 12, 31), "post.dates_crossed")])
def test_a_post_does_not_end_before_it_began(cast, office_actor, now, until, code):
    with refused(code):
        end_post(actor=office_actor, now=now, post=Post.objects.get(unit=cast.units["ee"]), until=until, reason="")


def test_a_post_ends_once(cast, office_actor, now):
    post = Post.objects.get(unit=cast.units["ee"])
    end_post(actor=office_actor, now=now, post=post, until=TODAY, reason="")
    with refused("post.ended"):
        end_post(actor=office_actor, now=now, post=post, until=TODAY, reason="")


def test_ending_a_post_takes_the_right(cast, now):
    with refused("access.no_right"):
        end_post(
            actor=cast.actor("audit"), now=now, post=Post.objects.get(unit=cast.units["ee"]), until=TODAY, reason=""
        )


@pytest.fixture
def term_set(cast, office_actor, now):
    def act(**changes):
        given = {"unit": cast.units["ee"], "name": "第二届", "starts_on": date(2018, 6, 1), "ends_on": date(2021, 6, 1)}
        return set_term(**{"actor": office_actor, "now": now, **given, **changes})

    return act


def test_a_term_is_set_and_changed(term_set):
    with one_entry("org.set_term"):
        term = term_set()
    with one_entry("org.set_term"):
        term_set(term=term, name=" 第二届委员会 ")
    assert Term.objects.get().name == "第二届委员会"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "term.name_missing"),
        ({"ends_on": date(2018, 6, 1)}, "term.dates_crossed"),
        ({"ends_on": date(2023, 6, 2)}, "term.too_long"),
        ({"starts_on": date(2021, 6, 1), "ends_on": date(2024, 6, 1)}, "term.name_taken"),
        ({"name": "第三届"}, "term.overlaps"),
    ],
)
def test_a_term_that_cannot_be_is_refused(term_set, changes, code):
    term_set()
    with refused(code):
        term_set(**changes)


def test_a_term_stays_with_its_unit_and_takes_the_right(term_set, cast):
    term = term_set()
    with refused("term.other_unit"):
        term_set(term=term, unit=cast.units["lib"])
    with refused("access.no_right"):
        term_set(actor=cast.actor("branch"), unit=cast.units["lib"])


def test_an_invitation_makes_the_sign_in_and_a_link(cast, office_actor, now):
    person = cast.people["member"]
    Person.objects.filter(pk=person.pk).update(user=None)
    User.objects.filter(pk=person.user_id).delete()
    with one_entry("org.invite"):
        link = invite(actor=office_actor, now=now, person=person)
    user = User.objects.get(username=f"{person.staff_no}@demo")
    assert link.startswith("/welcome/")
    assert (user.name, user.has_usable_password()) == ("张三", False)
    assert link.split("/")[-2] not in str(Entry.objects.latest("pk").after)


def test_a_second_invitation_keeps_the_sign_in(cast, office_actor, now):
    before = User.objects.count()
    invite(actor=office_actor, now=now, person=cast.people["member"])
    assert User.objects.count() == before


def test_nobody_is_invited_by_someone_of_less_reach(cast, now):
    Post.objects.create(person=cast.people["member"], unit=cast.union, kind="committee", since=date(2020, 1, 1))
    with refused("invite.outranks"):
        invite(actor=cast.actor("branch"), now=now, person=cast.people["member"])
    invite(actor=cast.actor("office"), now=now, person=cast.people["member"])


def test_inviting_takes_the_right_and_somebody_who_is_here(cast, office_actor, now):
    with refused("access.no_right"):
        invite(actor=cast.actor("hr"), now=now, person=cast.people["member"])
    Person.objects.filter(pk=cast.people["member"].pk).update(left_on=TODAY)
    with refused("person.gone"):
        invite(actor=office_actor, now=now, person=cast.people["member"])
