"""Writing an activity's organisers, shared by adding it and by changing them."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from tongxin.activities.models import Activity, Organiser
from tongxin.activities.rules.counting import counting
from tongxin.core.refusals import Refused
from tongxin.org.models import Unit
from tongxin.org.queries.units import union_of

Organisers = Sequence[tuple[Unit, str]]


def write_organisers(activity: Activity, organisers: Organisers) -> list[Organiser]:
    """Write the organisers in their order; the owner runs it where none is named.

    Refuses: `organiser.twice`, `organiser.other_union`, `organiser.closed`.
    """
    named = list(organisers) or [(activity.unit, Organiser.Role.RUN)]
    require_fit(activity, [unit for unit, _role in named])
    counts = counting([str(role) for _unit, role in named])
    return Organiser.objects.bulk_create(
        Organiser(activity=activity, unit=unit, role=role, order=order, counts=count)
        for order, ((unit, role), count) in enumerate(zip(named, counts, strict=True))
    )


def require_fit(activity: Activity, units: Sequence[Unit]) -> None:
    """Refuses organisers named twice, of another union, or closed by the day of the activity."""
    if len({unit.pk for unit in units}) < len(units):
        raise Refused("organiser.twice", _("同一个单位写了两次，留一个就行。"), field="organisers")
    union = union_of(activity.unit)
    for unit in units:
        if not unit.is_below(union):
            sentence = _("“%(unit)s”不在“%(union)s”里，不能列为承办单位。") % {
                "unit": unit.called,
                "union": union.called,
            }
            raise Refused("organiser.other_union", sentence, field="organisers")
        if unit.closed_on and unit.closed_on <= (activity.day or unit.closed_on):
            sentence = _("“%(unit)s”到活动那天已经撤销，换一个单位。") % {"unit": unit.called}
            raise Refused("organiser.closed", sentence, field="organisers")


def told(organisers: Sequence[Organiser]) -> list[list[object]]:
    """Organisers as the audit trail keeps them: unit id and role, in order."""
    return [[organiser.unit_id, organiser.role] for organiser in organisers]
