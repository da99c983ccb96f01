"""Figures that only a look across apps gives: branches with and without activities of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity, Organiser
from tongxin.core.figures import Figure, RecordRow, Records, Result, Scope
from tongxin.org.models import Unit


def _branches(scope: Scope) -> list[Unit]:
    found = Unit.objects.filter(path__startswith=scope.unit.path, kind=Unit.Kind.BRANCH).exclude(pk=scope.unit.pk)
    return [branch for branch in found if branch.exists_on(scope.period.end)]


def _active(scope: Scope) -> set[int]:
    held = Organiser.objects.filter(
        unit__path__startswith=scope.unit.path,
        counts=True,
        activity__state=Activity.State.DONE,
        activity__category__counted=True,
    )
    if scope.period.year is not None:
        held = held.filter(activity__year=scope.period.year)
    else:
        held = held.filter(activity__held_on__range=(scope.period.start, scope.period.end))
    return set(held.values_list("unit_id", flat=True))


def _listed(branches: list[Unit]) -> Result:
    def rows(actor: Any, first: int, last: int) -> Sequence[RecordRow]:
        return [RecordRow(label=branch.called, day=_since(branch)) for branch in branches[first:last]]

    return Result(len(branches), Records(len(branches), rows))


def _since(branch: Unit) -> date | None:
    return branch.founded_on


def with_activities(scope: Scope) -> Result:
    """Branches that ran a counted activity of the period, alone or with others."""
    active = _active(scope)
    return _listed([branch for branch in _branches(scope) if branch.pk in active])


def without_activities(scope: Scope) -> Result:
    """Branches that ran none."""
    active = _active(scope)
    return _listed([branch for branch in _branches(scope) if branch.pk not in active])


FIGURES = (
    Figure(
        key="branches.own_activities",
        label=_("自主开展过活动的分工会"),
        unit=_("个"),
        how=_("期内承办或联合承办过至少一项已开展活动的分工会，按分工会计；单位团建不算。"),
        compute=with_activities,
        group=_("组织"),
    ),
    Figure(
        key="branches.without_activities",
        label=_("没有自主开展活动的分工会"),
        unit=_("个"),
        how=_("期内没有承办过任何已开展活动的分工会，按分工会计；期末已撤销的不算。"),
        compute=without_activities,
        group=_("组织"),
    ),
)
