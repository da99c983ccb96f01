"""People written down by number or name: nobody learns of whom he may not see whether there is such a number."""

from __future__ import annotations

import pytest
from django import forms

from tests.cast import make_person
from tongxin.org.access import people_known
from tongxin.org.forms.named import NamedPeople, NamedPerson
from tongxin.org.models import Person
from tongxin.org.rules.rights import ACTIVITIES_RUN

pytestmark = pytest.mark.django_db


def asked(cast, words, known=None, field=NamedPeople):
    box = field()
    box.among(cast.union.pk, known)
    return box.clean(words)


def fault(cast, words, known=None, field=NamedPeople):
    with pytest.raises(forms.ValidationError) as caught:
        asked(cast, words, known, field)
    return caught.value.messages


@pytest.mark.parametrize("field", [NamedPeople, NamedPerson])
def test_a_number_beyond_the_reach_is_answered_as_one_that_does_not_exist(cast, field):
    known = people_known(cast.actor("branch"))
    beyond = cast.people["librarian"]
    for words in (beyond.staff_no, beyond.name):
        there = fault(cast, words, known, field)
        Person.objects.filter(pk=beyond.pk).update(staff_no="moved", name="别人")
        assert fault(cast, words, known, field) == there
        Person.objects.filter(pk=beyond.pk).update(staff_no=beyond.staff_no, name=beyond.name)
    assert fault(cast, beyond.staff_no, known)[0].replace(beyond.staff_no, "N") == fault(cast, "N", known)[0]


def test_ones_own_people_are_found_by_both_and_a_namesake_elsewhere_is_not_told_of(cast):
    known, mine = people_known(cast.actor("branch")), cast.people["member"]
    make_person("L9", mine.name, cast.units["lib"], cast.union, user=False)
    assert asked(cast, f"{mine.staff_no} {mine.name}", known) == [mine, mine]
    assert mine.name in fault(cast, mine.name)[0]


def test_the_union_knows_all_of_its_people_and_none_of_the_neighbours(cast):
    known = people_known(cast.actor("office"))
    both = [cast.people["member"], cast.people["librarian"]]
    assert asked(cast, " ".join(each.staff_no for each in both), known) == both
    assert not Person.objects.filter(known, pk=cast.people["outsider"].pk).exists()


def test_who_is_placed_nowhere_is_known_to_the_union(cast):
    lost = make_person("N1", "无单位", cast.units["ee"], cast.union, user=False)
    lost.placements.all().delete()
    assert asked(cast, "N1", people_known(cast.actor("office"))) == [lost]
    assert fault(cast, "N1", people_known(cast.actor("branch")))


def test_under_the_members_hat_an_officer_knows_nobody_but_oneself(cast):
    known = people_known(cast.actor("branch", in_office=False), ACTIVITIES_RUN)
    assert list(Person.objects.filter(known)) == [cast.people["branch"]]
