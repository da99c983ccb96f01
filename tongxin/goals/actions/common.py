"""What several acts of goals share: who may answer for something, which figure may measure, exact targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.figures import figures
from tongxin.core.refusals import Refused
from tongxin.goals.models.measure import Direction
from tongxin.goals.rules import targets
from tongxin.goals.words import OWN
from tongxin.org.models import Person, Unit
from tongxin.org.queries.units import union_of


@dataclass(frozen=True)
class Wanted:
    """A figure with its target, as an act takes it: `target` as it is typed (`15`, `75%`)."""

    key: str
    target: str
    part: str = ""
    direction: str = "least"


def require_title(title: str, sentence: str) -> str:
    """The title without blanks around it. Refuses: `goals.title_missing`."""
    if not title.strip():
        raise Refused("goals.title_missing", sentence, field="title")
    return title.strip()


def require_inside(unit: Unit, owner: Person | None, owner_unit: Unit | None) -> None:
    """Refuses: `goals.owner_outside`, `goals.unit_outside` where they belong to another union."""
    union = union_of(unit)
    if owner and owner.union_id != union.pk:
        raise Refused("goals.owner_outside", _("负责人不在这个工会的花名册里。"), field="owner")
    if owner_unit and not owner_unit.is_below(union):
        raise Refused("goals.unit_outside", _("责任单位不属于这个工会。"), field="owner_unit")


def require_figure(key: str) -> None:
    """Refuses: `goals.no_figure` for what is no figure, or is a figure of goals themselves."""
    if key in OWN or figures.get(key) is None:
        raise Refused("goals.no_figure", _("选一个数据项。"), field="key")


def require_direction(direction: str) -> str:
    """Refuses: `goals.no_direction`."""
    if direction not in Direction.values:
        raise Refused("goals.no_direction", _("选“不少于”“不多于”或“正好”。"), field="direction")
    return direction


def exact(typed: str, field: str, key: str) -> Fraction:
    """The number typed for the figure `key`: fen where it is money. Refuses: `goals.not_a_number`."""
    figure = figures.get(key)
    value = targets.read(typed, figure.counts if figure else "")
    if value is None or max(value.numerator, value.denominator) > targets.LARGEST:
        raise Refused("goals.not_a_number", _("填一个数，例如15、75%、3/4。"), field=field)
    return value


def whole_of(value: Fraction) -> dict[str, int]:
    """A number as its two fields."""
    return {"numerator": value.numerator, "denominator": value.denominator}


def ids(things: Sequence[Any]) -> list[int]:
    """The keys of things, for the trail."""
    return sorted(thing.pk for thing in things)
