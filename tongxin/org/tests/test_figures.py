"""The figures of the organisation, against a hand-made year; their records say the same."""

from datetime import date

import pytest

from tests.cast import make_person, make_unit
from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period
from tongxin.org.models import Person, Placement, Post, Standing, Unit

YEAR = Period.of_year(2020)


@pytest.fixture
def year(cast):
    """2020: 新 joins, 旧 leaves, 留 is retained and comes back, 申 is turned down, 甲 moves from one branch to another."""
    ee, lib, union = cast.units["ee"], cast.units["lib"], cast.union
    group = cast.units["group"] = make_unit("g", "第一小组", "group", ee)

    def person(number, name, unit, *standings, **more):
        made = make_person(number, name, unit, union, user=False, standing=None)
        for state, since, until in standings:
            Standing.objects.create(person=made, state=state, since=since, until=until)
        return made

    begun, later = date(2015, 9, 1), date(2020, 5, 1)
    person("n1", "新", group, ("in_standing", later, None))
    gone = person("n2", "旧", lib, ("in_standing", begun, later), ("moved", later, None))
    Placement.objects.filter(person=gone).update(until=later)
    Person.objects.filter(pk=gone.pk).update(left_on=later)
    back = (
        ("in_standing", begun, date(2019, 1, 1)),
        ("retained", date(2019, 1, 1), later),
        ("in_standing", later, None),
    )
    person("n3", "留", ee, *back)
    person("n4", "申", ee, ("applied", date(2020, 1, 1), later), ("left", later, None))
    moved = person("n5", "甲", lib, ("in_standing", begun, None))
    Placement.objects.filter(person=moved).update(until=later)
    Placement.objects.create(person=moved, unit=ee, since=later)
    Unit.objects.filter(pk=ee.pk).update(founded_on=date(2020, 3, 1))
    return cast


def compute(key, unit, period=YEAR):
    figure = figures.get(key)
    assert figure is not None
    return figure.compute(Scope(unit, period))


def names(result, actor):
    return sorted(row.label for row in result.records.rows(actor, 0, 1000))


# At the end of 2020: the cast's nine; of the year's five 新 (group), 留 and 甲 (ee) are in standing, 申 is staff only.
@pytest.mark.parametrize(
    ("key", "unit", "value"),
    [
        ("org.members", "union", 12),
        ("org.members", "ee", 5),
        ("org.members", "group", 1),
        ("org.members", "lib", 1),
        ("org.staff", "union", 13),
        ("org.staff", "ee", 6),
        ("org.branches", "union", 2),
        ("org.branches", "lib", 1),
        ("org.officers", "union", 4),
        ("org.officers", "ee", 1),
        ("org.joined", "union", 1),
        ("org.joined", "ee", 1),
        ("org.joined", "lib", 0),
        ("org.left", "union", 1),
        ("org.left", "lib", 1),
        ("org.left", "ee", 0),
        ("org.members", "other", 1),
    ],
)
def test_a_figure_and_its_records(year, key, unit, value):
    result = compute(key, year.units[unit])
    assert result.value == result.records.count == value
    assert len(names(result, year.shell)) == value


@pytest.mark.parametrize(
    ("key", "end", "value"),
    [
        ("org.members", date(2020, 4, 30), 11),
        ("org.members", date(2020, 5, 1), 12),
        ("org.staff", date(2020, 4, 30), 14),
        ("org.branches", date(2020, 2, 29), 1),
        ("org.joined", date(2020, 4, 30), 0),
    ],
)
def test_a_figure_of_part_of_a_year(year, key, end, value):
    assert compute(key, year.union, Period.between(date(2020, 1, 1), end)).value == value


def test_members_by_unit_add_up_to_the_members(year):
    result = compute("org.members.by_unit", year.union)
    assert {part.label: part.value for part in result.parts} == {
        "电子与电气工程学院": 5, "图书馆": 1, "人力资源处": 1, "校工会": 5,
    }  # fmt: skip
    assert result.value == sum(part.value for part in result.parts) == compute("org.members", year.union).value
    for part in result.parts:
        assert len(names(part, year.shell)) == part.value == part.records.count


def test_by_unit_below_a_branch_and_of_an_empty_unit(year):
    parts = compute("org.members.by_unit", year.units["ee"]).parts
    assert {part.label: part.value for part in parts} == {"第一小组": 1, "电子与电气工程学院": 4}
    empty = compute("org.members.by_unit", year.units["club"])
    assert (empty.value, empty.parts) == (0, ())


def test_an_officer_of_two_posts_is_one_person(year):
    Post.objects.create(person=year.people["branch"], unit=year.union, kind="committee", since=date(2020, 1, 1))
    assert compute("org.officers", year.union).value == 4


def test_the_figures_follow_the_placement_of_that_day(year):
    before = Period.between(date(2020, 1, 1), date(2020, 4, 30))
    assert "甲" in names(compute("org.members", year.units["lib"], before), year.shell)
    assert "甲" in names(compute("org.members", year.units["ee"]), year.shell)


def test_who_may_not_see_people_gets_lines_without_names(year):
    result = compute("org.members", year.union)
    assert set(names(result, year.actor("audit"))) == {"一位教职工"}
    seen = names(result, year.actor("branch"))
    assert "张三" in seen
    assert "李四" not in seen
    assert len(seen) == result.value
    rows = result.records.rows(year.actor("audit"), 0, 3)
    assert [row.url for row in rows] == ["", "", ""]
