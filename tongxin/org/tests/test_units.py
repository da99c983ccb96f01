"""Founding, changing, moving and closing units."""

from datetime import date

import pytest

from tongxin.org.actions import change_unit, close_unit, found_unit, move_unit
from tongxin.org.models import Placement, Post, Unit
from tongxin.org.tests.support import TODAY, one_entry, refused


@pytest.fixture
def found(cast, office_actor, now):
    def act(**changes):
        given = {"parent": cast.units["ee"], "kind": "group", "code": "g1", "name": "第一工会小组", **changes}
        return found_unit(**{"actor": office_actor, "now": now, **given})

    return act


def test_a_unit_is_founded_below_another(found, cast):
    with one_entry("org.found_unit"):
        unit = found(short_name="一组", founded_on=date(2020, 9, 1), order=3)
    assert unit.path == f"{cast.units['ee'].path}{unit.pk}."
    assert unit.name_key.startswith("di4 yi1")
    assert unit.is_below(cast.union)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": "lib"}, "unit.code_taken"),
        ({"code": "a@b"}, "unit.code_not_possible"),
        ({"kind": "union"}, "unit.kind_misplaced"),
        ({"kind": "branch"}, "unit.kind_misplaced"),
    ],
)
def test_a_unit_is_not_founded(found, changes, code):
    with refused(code):
        found(**changes)


def test_neighbours_have_different_names_once_one_is_closed_its_name_is_free(found):
    first = found()
    with refused("unit.name_taken"):
        found(code="g2")
    Unit.objects.filter(pk=first.pk).update(closed_on=TODAY)
    assert found(code="g2").name == first.name


def test_nothing_is_founded_below_a_closed_unit(found, cast):
    Unit.objects.filter(pk=cast.units["ee"].pk).update(closed_on=TODAY)
    with refused("unit.parent_closed"):
        found()


def test_the_tree_does_not_grow_deeper_than_its_paths(found, cast):
    Unit.objects.filter(pk=cast.units["ee"].pk).update(path=cast.units["ee"].path.ljust(199, "9") + ".")
    with refused("unit.too_deep"):
        found()


@pytest.mark.parametrize(
    ("who", "office", "code"),
    [
        ("office", False, "access.office_mode"),
        ("member", True, "access.no_right"),
        ("hr", True, "access.no_right"),
        ("outsider", True, "access.no_right"),
    ],
)
def test_founding_takes_the_right_under_the_office_hat(found, cast, who, office, code):
    actor = cast.actor(who, in_office=office)
    with refused(code):
        found(actor=actor)


def test_only_the_shell_founds_a_top(found, cast, now):
    with refused("access.no_right"):
        found(parent=None, kind="union", actor=cast.actor("chair"))
    assert found(parent=None, kind="union", actor=cast.shell).path.count(".") == 1


def test_a_unit_is_renamed(cast, office_actor, now):
    with one_entry("org.change_unit"):
        unit = change_unit(
            actor=office_actor, now=now, unit=cast.units["lib"], name="图书馆与档案馆分工会", code="lib2"
        )
    assert unit.name_key.startswith("tu2")


def test_a_unit_cannot_take_anothers_code(cast, office_actor, now):
    with refused("unit.code_taken"):
        change_unit(actor=office_actor, now=now, unit=cast.units["lib"], name="图书馆", code="ee")


def test_a_unit_is_not_closed_before_it_was_founded(cast, office_actor, now):
    Unit.objects.filter(pk=cast.units["club"].pk).update(closed_on=date(2019, 1, 1))
    with refused("unit.closed_before_founded"):
        change_unit(
            actor=office_actor, now=now, unit=cast.units["club"], name="x", code="x", founded_on=date(2020, 1, 1)
        )


def test_a_move_takes_all_below_along(found, cast, office_actor, now):
    department = found(kind="department", code="d1", name="实验中心")
    group = found(parent=department, code="g2", name="第二小组")
    with one_entry("org.move_unit"):
        moved = move_unit(actor=office_actor, now=now, unit=department, to=cast.units["lib"])
    group.refresh_from_db()
    assert moved.path == f"{cast.units['lib'].path}{department.pk}."
    assert group.path == f"{moved.path}{group.pk}."
    assert moved.parent == cast.units["lib"]
    assert group.parent == department


def test_a_unit_does_not_move_below_itself(found, cast, office_actor, now):
    department = found(kind="department", code="d1", name="实验中心")
    below = found(parent=department, kind="department", code="d2", name="一室")
    for to in (department, below):
        with refused("unit.below_itself"):
            move_unit(actor=office_actor, now=now, unit=department, to=to)


@pytest.mark.parametrize(
    ("unit", "to", "code"),
    [
        ("ee", "union", "unit.already_there"),
        ("ee", "lib", "unit.kind_misplaced"),
        ("ee", "other", "unit.other_union"),
    ],
)
def test_a_unit_does_not_move_where_it_may_not_stand(cast, now, unit, to, code):
    with refused(code):
        move_unit(actor=cast.shell, now=now, unit=cast.units[unit], to=cast.units[to])


def test_a_move_takes_the_right_at_both_ends(found, cast, now):
    group = found()
    with refused("access.no_right"):
        move_unit(actor=cast.actor("branch"), now=now, unit=group, to=cast.units["lib"])


def test_an_empty_unit_is_closed(cast, office_actor, now):
    with one_entry("org.close_unit"):
        unit = close_unit(actor=office_actor, now=now, unit=cast.units["club"], on=TODAY, reason="合并")
    assert unit.closed_on == TODAY
    with refused("unit.closed"):
        close_unit(actor=office_actor, now=now, unit=unit, on=TODAY, reason="合并")


def test_a_unit_with_people_posts_or_units_is_not_closed(found, cast, office_actor, now):
    branch = cast.units["ee"]
    group = found()

    def close():
        close_unit(actor=office_actor, now=now, unit=branch, on=TODAY, reason="合并")

    with refused("unit.has_units"):
        close()
    Unit.objects.filter(pk=group.pk).update(closed_on=TODAY)
    with refused("unit.has_people"):
        close()
    Placement.objects.filter(unit=branch).update(until=TODAY)
    with refused("unit.has_posts"):
        close()
    Post.objects.filter(unit=branch).update(until=TODAY)
    close()


def test_a_unit_is_not_closed_ahead_or_before_its_founding(cast, office_actor, now):
    club = cast.units["club"]
    with refused("day.in_future"):
        close_unit(actor=office_actor, now=now, unit=club, on=date(2020, 10, 21), reason="")
    Unit.objects.filter(pk=club.pk).update(founded_on=date(2020, 1, 1))
    with refused("unit.closed_before_founded"):
        close_unit(actor=office_actor, now=now, unit=club, on=date(2019, 12, 31), reason="")
