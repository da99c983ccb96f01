"""Categories and groups are data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from tests.cast import NOW
from tongxin.activities import actions
from tongxin.activities.models import Category, Group
from tongxin.activities.tests.making import category
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.org.actor import Grant
from tongxin.org.models import Unit
from tongxin.org.rules.rights import PLAN_CHANGE


@pytest.fixture
def only(cast):
    """The cast where its union is the only one: then that union is the highest unit there is."""
    Unit.objects.filter(code="other").update(closed_on=date(2020, 1, 1))
    return cast


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


def test_the_office_adds_renames_and_retires(only):
    office = only.actor("office")
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
def test_what_a_category_cannot_be(only, code, fields):
    with pytest.raises(Refused) as caught:
        actions.edit_category(actor=only.actor("office"), now=NOW, category=category("wen"), **fields)
    assert caught.value.code == code
    assert Entry.objects.count() == 0
    assert category("wen").name == "文化教育"


def test_the_last_category_in_use_stays(only):
    Category.objects.exclude(code="wen").update(in_use=False)
    with pytest.raises(Refused, match=r"catalogue\.last"):
        actions.edit_category(actor=only.actor("office"), now=NOW, category=category("wen"), in_use=False)


@pytest.mark.parametrize(("who", "code"), [("branch", "no_right"), ("member", "no_right"), ("audit", "no_right")])
def test_only_the_office_of_a_union_changes_the_catalogue(only, who, code):
    with pytest.raises(Refused, match=code):
        actions.edit_category(actor=only.actor(who), now=NOW, category=category("wen"), name="文教")
    with pytest.raises(Refused, match="office_mode"):
        actions.edit_category(
            actor=only.actor("chair", in_office=False), now=NOW, category=category("wen"), name="文教"
        )


def test_what_all_unions_share_is_changed_by_the_federation_alone(cast):
    with pytest.raises(Refused, match="no_right"):
        actions.edit_category(actor=cast.actor("office"), now=NOW, category=category("wen"), name="文教")
    top = Unit.objects.create(code="fed", name="总工会", kind=Unit.Kind.FEDERATION)
    top.path = f"{top.pk}."
    top.save()
    federation = replace(cast.actor("office"), grants=(Grant(PLAN_CHANGE, top.path),))
    actions.edit_category(actor=federation, now=NOW, category=category("wen"), name="文教")
    assert cast.client("office").get("/activities/catalogue/").status_code == 404
    assert "/activities/catalogue/" not in cast.client("office").get("/activities/").content.decode()


def test_the_only_union_changes_its_catalogue_on_the_page(only):
    assert only.client("office").get("/activities/catalogue/").status_code == 200
    said = only.client("office").post(
        f"/activities/catalogue/categories/{category('wen').pk}/",
        {"name": "文教", "printed": "文教类", "seal": "文", "order": "1", "counted": "on", "in_use": "on"},
    )
    assert said.status_code == 302
    assert category("wen").name == "文教"
