"""The organisation's decisions as tables."""

from datetime import date

import pytest

from tongxin.org.rules import phones, posts, standing, terms, units
from tongxin.org.rules.nesting import add_up, children_of, in_tree_order
from tongxin.org.rules.rights import RIGHTS_OF_POST


@pytest.mark.parametrize(
    ("held", "wanted", "possible"),
    [
        (None, "applied", True),
        (None, "in_standing", True),
        (None, "retained", False),
        (None, "left", False),
        ("applied", "in_standing", True),
        ("applied", "left", True),
        ("applied", "retained", False),
        ("in_standing", "retained", True),
        ("in_standing", "moved", True),
        ("in_standing", "applied", False),
        ("in_standing", "in_standing", False),
        ("retained", "in_standing", True),
        ("moved", "in_standing", True),
        ("moved", "left", False),
        ("left", "applied", True),
        ("left", "in_standing", True),
    ],
)
def test_which_standing_may_follow(held, wanted, possible):
    assert standing.may_follow(held, wanted) is possible
    assert (wanted in standing.may_come_next(held)) is possible


@pytest.mark.parametrize(
    ("held", "chosen", "becomes"),
    [
        ("in_standing", "moved", "moved"),
        ("in_standing", "left", "left"),
        ("in_standing", "retained", "retained"),
        ("retained", "moved", "moved"),
        ("retained", "retained", None),
        ("applied", "moved", "left"),
        ("moved", "left", None),
        (None, "moved", None),
    ],
)
def test_what_becomes_of_the_standing_on_leaving(held, chosen, becomes):
    assert standing.after_leaving(held, chosen) == becomes
    assert becomes is None or standing.may_follow(held, becomes)


@pytest.mark.parametrize(
    ("kind", "above", "possible"),
    [
        ("federation", None, True),
        ("union", None, True),
        ("branch", None, False),
        ("union", "federation", True),
        ("branch", "federation", False),
        ("branch", "union", True),
        ("club", "union", True),
        ("group", "branch", True),
        ("branch", "branch", False),
        ("union", "branch", False),
        ("department", "department", True),
        ("group", "group", False),
        ("club", "committee", False),
    ],
)
def test_which_kind_may_stand_below_which(kind, above, possible):
    assert units.may_stand_below(kind, above) is possible


@pytest.mark.parametrize(
    ("unit", "post", "possible"),
    [
        ("union", "chair", True),
        ("union", "partner", False),
        ("department", "partner", True),
        ("department", "chair", False),
        ("group", "group_leader", True),
        ("branch", "operator", False),
        ("union", "operator", True),
        ("club", "chair", True),
    ],
)
def test_which_unit_has_which_post(unit, post, possible):
    assert posts.may_have(unit, post) is possible


def test_every_post_stands_somewhere_and_has_rights():
    assert {kind for kinds in posts.POSTS_OF_UNIT.values() for kind in kinds} == set(RIGHTS_OF_POST)


def test_only_operators_make_operators():
    assert posts.right_to_appoint("operator") == "system.operate"
    assert posts.right_to_appoint("chair") == "posts.change"


@pytest.mark.parametrize(
    ("starts", "ends", "long"),
    [
        (date(2018, 6, 1), date(2021, 6, 1), False),
        (date(2018, 6, 1), date(2023, 6, 1), False),
        (date(2018, 6, 1), date(2023, 6, 2), True),
        (date(2020, 2, 29), date(2025, 2, 28), False),
    ],
)
def test_a_term_lasts_five_years_at_most(starts, ends, long):
    assert terms.is_too_long(starts, ends) is long


@pytest.mark.parametrize(("days", "soon"), [(-1, True), (0, True), (60, True), (61, False)])
def test_a_term_ends_soon_within_sixty_days(days, soon):
    today = date(2020, 10, 20)
    assert terms.ends_soon(date.fromordinal(today.toordinal() + days), today) is soon


def test_terms_may_share_the_day_of_handing_over():
    first = (date(2015, 1, 1), date(2020, 1, 1))
    assert not terms.overlap(first, (date(2020, 1, 1), date(2025, 1, 1)))
    assert terms.overlap(first, (date(2019, 12, 31), date(2024, 1, 1)))


@pytest.mark.parametrize(
    ("typed", "tidy", "possible", "masked"),
    [
        ("138 1234 2071", "13812342071", True, "138****2071"),
        ("+86 13812342071", "13812342071", True, "138****2071"),
        ("138123420", "138123420", False, "*******20"),
        ("0553-5971234", "0553-5971234", True, "055****1234"),
        ("5971234", "5971234", True, "*****34"),
        ("", "", True, ""),
        ("没有", "没有", False, "没有"),
    ],
)
def test_telephones(typed, tidy, possible, masked):
    assert phones.tidy(typed) == tidy
    assert phones.is_possible(tidy) is possible
    assert phones.masked(tidy) == masked


class Thing:
    def __init__(self, path):
        self.path, self.pk = path, int(path.split(".")[-2])


def test_paths_make_a_tree_also_where_its_top_is_not_shown():
    things = [Thing(path) for path in ("1.9.", "1.2.", "1.2.5.", "1.2.5.7.")]
    roots, children = children_of(things)
    assert [thing.pk for thing in roots] == [9, 2]
    assert [thing.pk for thing in children[2]] == [5]
    assert [(depth, thing.pk) for depth, thing in in_tree_order(things)] == [(0, 9), (0, 2), (1, 5), (2, 7)]
    assert add_up(things, {7: 3, 2: 1})[2] == 4
