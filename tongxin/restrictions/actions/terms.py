"""What a restriction says, as an act takes it, and what must hold of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.org.models import Unit
from tongxin.restrictions.models import Restriction, Step

PLAIN: Final = (
    "title", "starts_on", "ends_on", "places", "farthest", "no_indoor", "online_only", "notice_days", "severity", "source_title",
    "source_number", "source_issuer", "source_url",
)  # fmt: skip


@dataclass(frozen=True)
class Terms:
    """When, where, for whom, what. `steps` are (heads, what more than these need); `units` none: the unit and all below it."""

    title: str
    starts_on: date
    ends_on: date | None = None
    units: Collection[Unit] = ()
    places: str = ""
    steps: Collection[tuple[int, str]] = ()
    farthest: str = Restriction.Farthest.BEYOND
    no_indoor: bool = False
    online_only: bool = False
    notice_days: int = 0
    severity: str = Restriction.Severity.BLOCK
    source_title: str = ""
    source_number: str = ""
    source_issuer: str = ""
    source_url: str = ""

    def plain(self) -> dict[str, Any]:
        """The fields as they are kept: words without blanks around them, places one a line."""
        values = {name: getattr(self, name) for name in PLAIN}
        cleaned = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
        words = dict.fromkeys(line.strip() for line in self.places.splitlines() if line.strip())
        return {**cleaned, "places": "\n".join(words)}


def require_sound(unit: Unit, terms: Terms) -> None:
    """Refuses `restriction.no_title`, `restriction.backwards`, `restriction.no_limits`, `restriction.step_twice`,
    `restriction.unit_elsewhere`."""
    if not terms.title.strip():
        raise Refused("restriction.no_title", _("还没有名称。写上大家怎么叫它。"), field="title")
    if terms.ends_on and terms.ends_on < terms.starts_on:
        raise Refused("restriction.backwards", _("哪天止在哪天起之前，改其中一个。"), field="ends_on")
    limited = terms.steps or terms.no_indoor or terms.online_only or terms.notice_days
    if not limited and terms.farthest == Restriction.Farthest.BEYOND:
        raise Refused("restriction.no_limits", _("还没说管什么。人数、去多远、室内、线上、提前几天，至少写一样。"))
    if len({over for over, _demand in terms.steps}) < len(terms.steps):
        raise Refused("restriction.step_twice", _("同一个人数写了两次，留一个。"), field="over_0")
    if any(not each.is_below(unit) for each in terms.units):
        sentence = _("有的单位不在%(unit)s里面，去掉它。") % {"unit": unit.called}
        raise Refused("restriction.unit_elsewhere", sentence, field="units")


def write_parts(restriction: Restriction, terms: Terms) -> None:
    """Put units and steps in place of those that were there."""
    restriction.units.set(terms.units)
    restriction.steps.all().delete()
    Step.objects.bulk_create(
        Step(restriction=restriction, over=over, demand=demand) for over, demand in sorted(terms.steps)
    )


def state_of(restriction: Restriction) -> dict[str, Any]:
    """Everything it says, as an audit entry keeps it."""
    values = {name: getattr(restriction, name) for name in PLAIN}
    units = sorted(restriction.units.values_list("code", flat=True))
    steps = [[over, demand] for over, demand in restriction.steps.order_by("over").values_list("over", "demand")]
    return {**values, "units": units, "steps": steps}
