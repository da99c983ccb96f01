"""Against which frozen plan a unit's year is measured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from tongxin.activities.models import Activity, Organiser
from tongxin.org.models import Unit
from tongxin.plan.models import AnnualPlan, BaselineItem


@dataclass(frozen=True)
class Baseline:
    """The approved plans that hold for a unit: its own, what it has to do in the plans above it;
    where there are neither, the plans of the units below it."""

    unit: Unit
    plans: tuple[AnnualPlan, ...]

    @property
    def own(self) -> AnnualPlan | None:
        """The unit's own plan."""
        return next((plan for plan in self.plans if plan.unit_id == self.unit.pk), None)

    @property
    def approved(self) -> bool:
        """Whether there is any approved plan to measure by."""
        return bool(self.plans)

    def items(self) -> QuerySet[BaselineItem]:
        """The lines that concern the unit; an activity may stand in two plans."""
        whole = [plan.pk for plan in self.plans if plan.unit.is_below(self.unit)]
        part = [plan.pk for plan in self.plans if not plan.unit.is_below(self.unit)]
        return BaselineItem.objects.filter(Q(plan__in=whole) | (Q(plan__in=part) & concerning(self.unit)))

    def missing(self, activities: QuerySet[Activity]) -> QuerySet[Activity]:
        """Those of the activities that no line names."""
        return activities.exclude(pk__in=self.items().exclude(activity=None).values("activity"))


def path_of(unit: Unit) -> str:
    """The unit's path; what no path begins with for a unit that is not stored yet."""
    return unit.path or "none"


def baseline_of(unit: Unit, years: Iterable[int]) -> Baseline:
    """The approved plans that hold for the unit in these years: one query."""
    above = [int(step) for step in (unit.path or "").split(".") if step]
    found = AnnualPlan.objects.filter(
        Q(unit__in=above) | Q(unit__path__startswith=path_of(unit)),
        state=AnnualPlan.State.APPROVED,
        year__in=list(years),
    ).select_related("unit")
    plans = list(found.order_by("year", "unit__path"))
    upward = [plan for plan in plans if plan.unit_id in above]
    return Baseline(unit, tuple(upward or plans))


def concerning(unit: Unit) -> Q:
    """Lines whose activity the unit, or one below it, owns or organises so that it counts; work it answers for."""
    part = Organiser.objects.filter(activity=OuterRef("activity"), counts=True, unit__path__startswith=path_of(unit))
    owned = Q(activity__unit__path__startswith=path_of(unit)) | Q(Exists(part))
    work = Q(work_item__unit__path__startswith=path_of(unit)) | Q(
        work_item__responsible_unit__path__startswith=path_of(unit)
    )
    return owned | work
