"""A unit is found by what somebody types."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from tests.cast import Cast
from tongxin.org.forms.named import NamedUnit
from tongxin.org.models import Unit, UnitAlias
from tongxin.org.queries.named import units_named

pytestmark = pytest.mark.django_db


@pytest.fixture
def province(cast: Cast) -> Cast:
    """The cast's union below a federation, beside a second union with a department of a name that both have."""
    top = Unit.objects.create(kind="federation", code="SHENG", name="省总工会")
    second = Unit.objects.create(kind="union", code="U2", name="第二工会", parent=top)
    twin = Unit.objects.create(kind="department", code="HR2", name="人力资源处", parent=second)
    alone = Unit.objects.create(kind="department", code="OIL", name="油料处", parent=second)
    top.path, second.path = f"{top.pk}.", f"{top.pk}.{second.pk}."
    twin.path, alone.path = f"{second.path}{twin.pk}.", f"{second.path}{alone.pk}."
    moved = list(Unit.objects.filter(path__startswith=cast.union.path))
    for unit in moved:
        unit.path = f"{top.path}{unit.path}"
    for unit in (top, second, twin, alone, *moved):
        unit.save(update_fields=["path"])
    for unit in (cast.union, cast.units["ee"], cast.units["hr"]):
        unit.refresh_from_db()
    UnitAlias.objects.create(union=cast.union, name="人事处", unit=cast.units["hr"])
    return cast


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("人力资源处", "hr"), (" 人力资源处 ", "hr"), ("人事处", "hr"), ("人力", "hr"), ("HR2", "HR2"), ("油料", "OIL"), ("第二工会", "U2"),
        ("没有的", None), ("", None), ("外校", None), ("处", None), ("%", None),
    ],
)  # fmt: skip
def test_words_mean_one_unit_of_the_tree_ones_own_first(province: Cast, typed: str, meant: str | None) -> None:
    wanted = None if meant is None else province.units.get(meant) or Unit.objects.get(code=meant)
    found = units_named(typed, province.units["ee"])
    assert (found[0] if len(found) == 1 else None) == wanted


def test_never_more_than_six_are_told_and_a_closed_one_never(province: Cast) -> None:
    for number in range(20):
        made = Unit.objects.create(kind="club", code=f"C{number}", name=f"球社{number:02}", parent=province.union)
        Unit.objects.filter(pk=made.pk).update(path=f"{province.union.path}{made.pk}.")
    assert len(units_named("球社", province.union)) == 6
    province.units["hr"].closed_on = "2020-01-01"
    province.units["hr"].save(update_fields=["closed_on"])
    assert [unit.code for unit in units_named("人力资源处", province.union)] == ["HR2"]


def test_the_box_says_what_there_is_and_keeps_what_is_held(province: Cast) -> None:
    box = NamedUnit()
    box.near = province.union
    with pytest.raises(ValidationError, match="没有叫“没有的”的单位"):
        box.clean("没有的")
    with pytest.raises(ValidationError, match=r"不止一个：.*（.*）、"):
        box.clean("处")
    twin = Unit.objects.get(code="HR2")
    box.held = twin
    assert box.prepare_value(twin) == "人力资源处" and box.clean("人力资源处") == twin
