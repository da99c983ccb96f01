"""Categories and groups are data."""

from __future__ import annotations

import pytest
from django.utils import translation

from tests.cast import NOW
from tongxin.activities import actions
from tongxin.activities.models import Category, Group
from tongxin.activities.tests.making import category
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused


def test_a_new_installation_knows_the_seeds_categories_and_groups(db):
    assert list(Category.objects.values_list("code", "seal", "printed", "counted")) == [
        ("wen", "文", "教职工文化教育类活动", True),
        ("jie", "节", "节日集体活动类", True),
        ("ti", "体", "体育培训及竞赛类活动", True),
        ("huai", "怀", "职工关怀慰问类活动", True),
        ("tuan", "团", "单位团建", False),
    ]
    assert list(Group.objects.values_list("name", flat=True)) == [
        "教职工教育文化提升",
        "学校传统重大活动",
        "健康体育素养活动",
    ]
    with translation.override("en"):
        assert category("wen").label == "Culture and education"


def test_the_office_adds_renames_and_retires(cast):
    office = cast.actor("office")
    added = actions.add_category(actor=office, now=NOW, name="志愿服务", seal="志", tone="wen")
    assert (added.code, added.printed, added.order) == ("zyfw", "志愿服务", 6)
    assert actions.add_category(actor=office, now=NOW, name="职业发展", seal="业").code == "zyfz"
    renamed = actions.edit_category(actor=office, now=NOW, category=added, name="志愿", in_use=False)
    assert (renamed.name, renamed.in_use, renamed.code) == ("志愿", False, "zyfw")
    group = actions.add_group(actor=office, now=NOW, name="服务社会")
    actions.edit_group(actor=office, now=NOW, group=group, name="服务地方")
    assert Entry.objects.count() == 5


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("catalogue.no_name", {"name": " "}),
        ("catalogue.name_taken", {"name": "节日集体"}),
        ("category.seal", {"seal": "文化"}),
    ],
)
def test_what_a_category_cannot_be(cast, code, fields):
    with pytest.raises(Refused) as caught:
        actions.edit_category(actor=cast.actor("office"), now=NOW, category=category("wen"), **fields)
    assert caught.value.code == code
    assert Entry.objects.count() == 0
    assert category("wen").name == "文化教育"


def test_the_last_category_in_use_stays(cast):
    Category.objects.exclude(code="wen").update(in_use=False)
    with pytest.raises(Refused, match=r"catalogue\.last"):
        actions.edit_category(actor=cast.actor("office"), now=NOW, category=category("wen"), in_use=False)


@pytest.mark.parametrize(("who", "code"), [("branch", "no_right"), ("member", "no_right"), ("audit", "no_right")])
def test_only_the_office_of_a_union_changes_the_catalogue(cast, who, code):
    with pytest.raises(Refused, match=code):
        actions.edit_category(actor=cast.actor(who), now=NOW, category=category("wen"), name="文教")
    with pytest.raises(Refused, match="office_mode"):
        actions.edit_category(
            actor=cast.actor("chair", in_office=False), now=NOW, category=category("wen"), name="文教"
        )
