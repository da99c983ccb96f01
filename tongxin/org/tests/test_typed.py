"""People found by what is typed: one rule for every list."""

from __future__ import annotations

import pytest

from tests.cast import make_person
from tongxin.org.models import Person, Placement
from tongxin.org.queries.people import typed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "words",
    ["王", "小明", "王小明", "wxm", "WX", "wangxiao", "wang", "Wang", "wang2 xiao", "T77", "t7700", " 王小明 "],
)
def test_by_name_initials_pinyin_or_number(cast, words):
    mine = make_person("T7700", "王小明", cast.units["ee"], cast.union, user=False)
    make_person("88", "李刚", cast.units["ee"], cast.union, user=False)
    assert mine in Person.objects.filter(typed(words))
    placed = Placement.objects.filter(typed(words, "person"), person__staff_no__in=("T7700", "88"))
    assert {each.person for each in placed} == {mine}


@pytest.mark.parametrize("words", ["小王", "xm", "ming", "7700", "王%", "w.*", "wang[", "z" * 300, "\\"])
def test_nobody_by_what_is_in_the_middle_or_is_a_sign(cast, words):
    make_person("T7700", "王小明", cast.units["ee"], cast.union, user=False)
    assert not Person.objects.filter(typed(words), staff_no="T7700").exists()


def test_nothing_typed_is_everybody(cast):
    assert Person.objects.filter(typed("  ")).count() == Person.objects.count()
