"""Measure an aim: a target a year, values from before the system."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.goals.access import CHANGE
from tongxin.goals.actions.common import (
    exact,
    require_direction,
    require_figure,
    whole_of,
)
from tongxin.goals.models import Aim, AimMeasure, AimYear
from tongxin.goals.queries.values import counted_years
from tongxin.org.access import require_right
from tongxin.org.actor import Actor

BEFORE = 3


@transaction.atomic
def set_measure(
    *,
    actor: Actor,
    now: datetime,
    aim: Aim,
    key: str,
    targets: Mapping[int, str],
    part: str = "",
    direction: str = "least",
) -> AimMeasure:
    """Measure the aim by a figure; `targets` by year as they are typed, an empty one for none.

    Refuses: `goals.no_figure`, `goals.no_direction`, `goals.not_a_number`, `aim.year_outside`.
    """
    require_right(actor, CHANGE, aim.unit)
    require_figure(key)
    require_direction(direction)
    if any(not aim.first <= year <= aim.last for year in targets):
        raise Refused("aim.year_outside", _("目标的年份不在这个多年目标里。"))
    values = {year: exact(typed, f"target_{year}", key) for year, typed in targets.items() if typed.strip()}
    measure, _made = AimMeasure.objects.update_or_create(
        aim=aim, key=key, part=part.strip(), defaults={"direction": direction}
    )
    measure.years.filter(kind=AimYear.Kind.TARGET).delete()
    AimYear.objects.bulk_create(
        AimYear(measure=measure, year=year, kind=AimYear.Kind.TARGET, **whole_of(value))
        for year, value in values.items()
    )
    after = {"key": key, "part": part, "targets": {str(year): str(value) for year, value in values.items()}}
    audit.record(actor=actor, now=now, act="aims.set_measure", thing=aim, unit=aim.unit, after=after)
    return measure


@transaction.atomic
def remove_measure(*, actor: Actor, now: datetime, measure: AimMeasure) -> None:
    """The aim is not measured by that figure any more; values typed for it go, too, and stay in the trail."""
    aim = measure.aim
    require_right(actor, CHANGE, aim.unit)
    years = {f"{one.kind} {one.year}": str(one.value) for one in measure.years.all()}
    audit.record(
        actor=actor, now=now, act="aims.remove_measure", thing=aim, unit=aim.unit, before={"key": measure.key} | years
    )  # fmt: skip
    measure.delete()


@transaction.atomic
def type_value(*, actor: Actor, now: datetime, measure: AimMeasure, year: int, value: str, source: str) -> AimYear:
    """Put down a value of a year before the system, with where it comes from; typed again, it takes the new one.

    Refuses: `goals.not_a_number`, `aim.source_missing`, `aim.year_not_before` (this year or later, or one with records: those are counted),
    `aim.year_outside` (more than three years before the aim's first).
    """
    aim = measure.aim
    require_right(actor, CHANGE, aim.unit)
    number = exact(value, "value", measure.key)
    if not source.strip():
        raise Refused("aim.source_missing", _("写明出处，例如“2019年工作总结”。"), field="source")
    if year >= clock.today(now).year or year in counted_years(aim.unit):
        raise Refused("aim.year_not_before", _("这一年系统里有记录，数由系统计算，不用填。"), field="year")
    if not aim.first - BEFORE <= year <= aim.last:
        sentence = _("只补录%(first)s年到%(last)s年的数。") % {"first": aim.first - BEFORE, "last": aim.last}
        raise Refused("aim.year_outside", sentence, field="year")
    row, _made = AimYear.objects.update_or_create(
        measure=measure, year=year, kind=AimYear.Kind.TYPED,
        defaults={**whole_of(number), "source": source.strip(), "by": actor.name},
    )  # fmt: skip
    after = {"key": measure.key, "year": year, "value": str(number), "source": source}
    audit.record(actor=actor, now=now, act="aims.type_value", thing=aim, unit=aim.unit, after=after)
    return row
