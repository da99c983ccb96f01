"""The figure of restrictions: how many were declared."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tongxin.core.figures import Figure, RecordRow, Records, Result, Scope
from tongxin.restrictions.access import restrictions_for
from tongxin.restrictions.models import Restriction


def declared(scope: Scope) -> Result:
    """Restrictions of the unit and all below it that began in the period. One query."""
    rows = Restriction.objects.filter(
        unit__path__startswith=scope.unit.path, starts_on__range=(scope.period.start, scope.period.end)
    )

    def listed(actor: Any, first: int, last: int) -> list[RecordRow]:
        seen = set(restrictions_for(actor).values_list("pk", flat=True))
        return [_row(each, each.pk in seen) for each in rows.order_by("starts_on", "pk")[first:last]]

    count = rows.count()
    return Result(count, Records(count, listed))


def _row(restriction: Restriction, seen: bool) -> RecordRow:
    url = reverse("restrictions:restriction", args=[restriction.pk]) if seen else ""
    return RecordRow(restriction.title, restriction.starts_on, restriction.source_number, url)


FIGURES: Final = (
    Figure(
        "restrictions.declared", _("管控"), _("项"), _("本单位和下面各单位定的管控，按开始的日子算。"), declared, group=_("管控"),
    ),
)  # fmt: skip
