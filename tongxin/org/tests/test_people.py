"""Joining, moving, leaving and coming back as acts with history."""

from datetime import date

import pytest

from tongxin.audit.models import Entry
from tongxin.org.actions import (
    change_person,
    change_standing,
    enrol,
    leave_employment,
    move_person,
    take_back,
)
from tongxin.org.models import Person, Placement, Post, Standing, Unit
from tongxin.org.tests.support import TODAY, one_entry, refused


@pytest.fixture
def enrolled(cast, office_actor, now):
    def act(**changes):
        given = {"unit": cast.units["ee"], "staff_no": "2020031", "name": "陶然", **changes}
        return enrol(**{"actor": office_actor, "now": now, **given})

    return act


@pytest.fixture
def member(cast):
    return cast.people["member"]


def test_a_person_is_enrolled_as_a_member(enrolled, cast):
    with one_entry("org.enrol"):
        person = enrolled(name=" 陶然 ", phone="187 0000 9016", hired_on=date(2020, 8, 24))
    assert (person.name, person.phone, person.union, person.initials) == ("陶然", "18700009016", cast.union, "tr")
    assert person.placements.get().since == date(2020, 8, 24)
    assert person.standings.get().state == "in_standing"


def test_staff_who_are_no_members_have_no_standing(enrolled):
    person = enrolled(standing=None)
    assert not person.standings.exists()
    assert person.placements.get().since == TODAY


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"staff_no": "2015003"}, "person.staff_no_taken"),
        ({"name": "  "}, "person.name_missing"),
        ({"staff_no": ""}, "person.staff_no_missing"),
        ({"phone": "1381234207"}, "person.phone_not_possible"),
        ({"name": "😀"}, "person.name_not_possible"),
        ({"name": "<b>陶然</b>"}, "person.name_not_possible"),
        ({"staff_no": "a@b"}, "person.staff_no_not_possible"),
        ({"staff_no": "20 15"}, "person.staff_no_not_possible"),
        ({"born_on": date(2010, 1, 1)}, "person.too_young"),
        ({"hired_on": date(1, 1, 1), "since": date(2020, 1, 1)}, "person.dates_crossed"),
        ({"born_on": date(1990, 1, 1), "hired_on": date(1989, 1, 1)}, "person.dates_crossed"),
        ({"standing": "retained"}, "standing.not_possible"),
        ({"since": date(2020, 10, 21)}, "day.in_future"),
    ],
)
def test_a_person_is_not_enrolled(enrolled, cast, changes, code):
    assert cast.people["member"].staff_no == "2015003"
    with refused(code):
        enrolled(**changes)


def test_nobody_is_enrolled_in_a_club_or_a_closed_unit(enrolled, cast):
    with refused("unit.takes_no_people"):
        enrolled(unit=cast.units["club"])
    cast.units["lib"].closed_on = TODAY
    with refused("unit.closed"):
        enrolled(unit=cast.units["lib"])


@pytest.mark.parametrize(
    ("who", "office", "unit", "code"),
    [
        ("branch", True, "lib", "access.no_right"),
        ("branch", False, "ee", "access.office_mode"),
        ("hr", True, "hr", "access.no_right"),
        ("outsider", True, "ee", "access.no_right"),
        ("member", True, "ee", "access.no_right"),
    ],
)
def test_enrolling_takes_the_right_there(enrolled, cast, who, office, unit, code):
    with refused(code):
        enrolled(actor=cast.actor(who, in_office=office), unit=cast.units[unit])


def test_a_branch_chair_enrols_in_the_own_branch(enrolled, cast):
    assert enrolled(actor=cast.actor("branch")).pk


def test_the_same_number_may_stand_in_two_unions(enrolled, cast, now):
    enrolled()
    assert enrolled(actor=cast.actor("outsider"), unit=cast.units["other"]).union == cast.units["other"]


def test_details_change_and_the_sign_in_follows(cast, office_actor, now, member):
    with one_entry("org.change_person"):
        change_person(
            actor=office_actor, now=now, person=member, name="章三", staff_no="A7", phone="13812342071",
            born_on=date(1988, 2, 3),
        )  # fmt: skip
    member.refresh_from_db()
    member.user.refresh_from_db()
    assert (member.name_key[:5], member.user.username, member.user.name) == ("zhang", "A7@demo", "章三")
    assert Entry.objects.latest("pk").after == {
        "name": "章三", "staff_no": "A7", "phone": "138****2071", "born_on": 1988,
    }  # fmt: skip


def test_a_change_that_changes_nothing_leaves_no_entry(cast, office_actor, now, member):
    before = Entry.objects.count()
    change_person(actor=office_actor, now=now, person=member, name=member.name)
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"staff_no": "2015002"}, "person.staff_no_taken"),
        ({"name": ""}, "person.name_missing"),
        ({"staff_no": " "}, "person.staff_no_missing"),
        ({"phone": "abc"}, "person.phone_not_possible"),
        ({"born_on": date(2016, 1, 1)}, "person.dates_crossed"),
    ],
)
def test_details_that_cannot_be_are_refused(office_actor, now, member, changes, code):
    with refused(code):
        change_person(actor=office_actor, now=now, person=member, **changes)


def test_everyone_changes_the_own_telephone_but_not_the_own_name(cast, now, member):
    me = cast.actor("member", in_office=False)
    with one_entry("org.change_person"):
        change_person(actor=me, now=now, person=member, phone="13812342071", email="z@example.org")
    with refused("access.no_right"):
        change_person(actor=me, now=now, person=member, name="李四")
    with refused("access.no_right"):
        change_person(actor=me, now=now, person=cast.people["librarian"], phone="13812342071")


def test_a_standing_ends_where_the_next_begins(office_actor, now, member):
    with one_entry("org.change_standing"):
        change_standing(
            actor=office_actor, now=now, person=member, state="retained", since=date(2020, 10, 1), reason="脱产学习"
        )
    assert list(member.standings.values_list("state", "since", "until")) == [
        ("retained", date(2020, 10, 1), None),
        ("in_standing", date(2015, 9, 1), date(2020, 10, 1)),
    ]


@pytest.mark.parametrize(
    ("state", "since", "code"),
    [
        ("applied", TODAY, "standing.not_possible"),
        ("retained", date(2015, 8, 31), "standing.before_last"),
        ("retained", date(2020, 10, 21), "day.in_future"),
    ],
)
def test_a_standing_that_cannot_follow_is_refused(office_actor, now, member, state, since, code):
    with refused(code):
        change_standing(actor=office_actor, now=now, person=member, state=state, since=since)


def test_who_left_the_employer_cannot_join(office_actor, now, member):
    leave_employment(actor=office_actor, now=now, person=member, on=TODAY, reason="")
    with refused("person.gone"):
        change_standing(actor=office_actor, now=now, person=member, state="in_standing", since=TODAY)


def test_standings_are_changed_by_who_may_change_people_there(cast, now, member):
    for who in ("hr", "audit", "outsider"):
        with refused("access.no_right"):
            change_standing(actor=cast.actor(who), now=now, person=member, state="retained", since=TODAY)
    change_standing(actor=cast.actor("branch"), now=now, person=member, state="retained", since=TODAY)


def test_a_move_closes_one_placement_and_opens_the_next(cast, office_actor, now, member):
    with one_entry("org.move_person"):
        move_person(actor=office_actor, now=now, person=member, to=cast.units["lib"], since=date(2020, 9, 1))
    assert list(member.placements.values_list("unit__code", "since", "until")) == [
        ("lib", date(2020, 9, 1), None),
        ("ee", date(2015, 9, 1), date(2020, 9, 1)),
    ]


@pytest.mark.parametrize(
    ("to", "since", "code"),
    [
        ("ee", TODAY, "person.already_there"),
        ("other", TODAY, "person.other_union"),
        ("lib", date(2015, 8, 31), "person.move_before_last"),
        ("lib", date(2020, 10, 21), "day.in_future"),
        ("club", TODAY, "unit.takes_no_people"),
    ],
)
def test_a_move_that_cannot_be_is_refused(cast, now, member, to, since, code):
    with refused(code):
        move_person(actor=cast.shell, now=now, person=member, to=cast.units[to], since=since)


def test_nobody_moves_to_a_closed_unit_or_after_leaving(cast, office_actor, now, member):
    Unit.objects.filter(pk=cast.units["lib"].pk).update(closed_on=TODAY)
    closed = Unit.objects.get(code="lib")
    with refused("unit.closed"):
        move_person(actor=office_actor, now=now, person=member, to=closed, since=TODAY)
    Person.objects.filter(pk=member.pk).update(left_on=TODAY)
    with refused("person.gone"):
        move_person(actor=office_actor, now=now, person=member, to=cast.units["hr"], since=TODAY)


def test_a_branch_does_not_push_people_into_another(cast, now, member):
    with refused("access.no_right"):
        move_person(actor=cast.actor("branch"), now=now, person=member, to=cast.units["lib"], since=TODAY)


def test_leaving_ends_placement_posts_standing_and_sign_in(cast, office_actor, now):
    chair = cast.people["branch"]
    Post.objects.create(person=chair, unit=cast.units["ee"], kind="committee", since=date(2021, 1, 1))
    with one_entry("org.leave_employment"):
        leave_employment(actor=office_actor, now=now, person=chair, on=date(2020, 10, 1), reason="调往外校")
    chair.refresh_from_db()
    assert chair.left_on == date(2020, 10, 1)
    assert not chair.user.is_active
    assert not Placement.objects.filter(person=chair, until=None).exists()
    assert Standing.objects.get(person=chair, until=None).state == "moved"
    assert [post.until for post in chair.posts.order_by("since")] == [date(2020, 10, 1), date(2021, 1, 1)]


def test_who_retires_keeps_membership_and_sign_in(office_actor, now, member):
    leave_employment(actor=office_actor, now=now, person=member, on=TODAY, reason="退休", standing="retained")
    member.user.refresh_from_db()
    assert member.user.is_active
    assert Standing.objects.get(person=member, until=None).state == "retained"


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (date(2020, 10, 21), "day.in_future"),
        (date(2015, 8, 31), "person.left_before_hired"),
    ],
)
def test_leaving_on_a_day_that_cannot_be_is_refused(office_actor, now, member, on, code):
    with refused(code):
        leave_employment(actor=office_actor, now=now, person=member, on=on, reason="")


def test_leaving_before_the_last_change_is_refused(cast, office_actor, now, member):
    move_person(actor=office_actor, now=now, person=member, to=cast.units["lib"], since=date(2020, 9, 1))
    with refused("person.move_before_last"):
        leave_employment(actor=office_actor, now=now, person=member, on=date(2020, 8, 1), reason="")
    change_standing(actor=office_actor, now=now, person=member, state="retained", since=date(2020, 10, 1))
    with refused("standing.before_last"):
        leave_employment(actor=office_actor, now=now, person=member, on=date(2020, 9, 15), reason="")


def test_nobody_leaves_twice(office_actor, now, member):
    leave_employment(actor=office_actor, now=now, person=member, on=TODAY, reason="")
    with refused("person.gone"):
        leave_employment(actor=office_actor, now=now, person=member, on=TODAY, reason="")


def test_leaving_takes_the_right(cast, now, member):
    with refused("access.office_mode"):
        leave_employment(actor=cast.actor("office", in_office=False), now=now, person=member, on=TODAY, reason="")


def test_who_left_comes_back(cast, office_actor, now, member):
    leave_employment(actor=office_actor, now=now, person=member, on=date(2020, 9, 1), reason="")
    with one_entry("org.take_back"):
        take_back(actor=office_actor, now=now, person=member, unit=cast.units["lib"], since=TODAY)
    member.refresh_from_db()
    member.user.refresh_from_db()
    assert member.left_on is None
    assert member.user.is_active
    assert Placement.objects.get(person=member, until=None).unit == cast.units["lib"]


@pytest.mark.parametrize(
    ("unit", "since", "code"),
    [
        ("lib", date(2020, 8, 31), "person.back_before_left"),
        ("lib", date(2020, 10, 21), "day.in_future"),
        ("other", TODAY, "person.other_union"),
        ("club", TODAY, "unit.takes_no_people"),
    ],
)
def test_coming_back_as_it_cannot_be_is_refused(cast, now, member, unit, since, code):
    leave_employment(actor=cast.shell, now=now, person=member, on=date(2020, 9, 1), reason="")
    with refused(code):
        take_back(actor=cast.shell, now=now, person=member, unit=cast.units[unit], since=since)


def test_who_never_left_does_not_come_back(cast, office_actor, now, member):
    with refused("person.not_gone"):
        take_back(actor=office_actor, now=now, person=member, unit=cast.units["lib"], since=TODAY)


def test_a_staff_number_is_the_same_however_its_letters_are_written(enrolled):
    enrolled(staff_no="E8")
    with refused("person.staff_no_taken"):
        enrolled(staff_no="e8")


def test_two_officers_do_not_wipe_out_each_others_corrections(cast, member):
    client = cast.client("office")
    page = f"/people/{member.pk}/edit/"
    opened = client.get(page).context["form"]
    typed = {name: opened[name].value() or "" for name in opened.fields}
    Person.objects.filter(pk=member.pk).update(phone="13812342071")
    first = client.post(page, {**typed, "email": "a@example.org"})
    said = first.content.decode()
    assert first.status_code == 422
    assert all(words in said for words in ("13812342071", "没有盖掉", "a@example.org"))
    assert Person.objects.get(pk=member.pk).phone == "13812342071"
    again = {**typed, "email": "a@example.org", "known": first.context["form"]["known"].value()}
    assert client.post(page, again).status_code == 302
