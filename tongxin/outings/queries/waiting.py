"""What waits: applications to decide and to finish, units without an outing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from tongxin.activities.models import Activity
from tongxin.activities.queries.outings import OUTING
from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.outings.models import Outing, Step
from tongxin.outings.queries.checked import GONE
from tongxin.outings.rules.life import APPLIED, APPROVED, RETURNED

SEPTEMBER = 9


@dataclass(frozen=True)
class Waiting:
    """`to_decide` by this person, `to_mend` and `to_close` in the own units; `without`: branches that planned none."""

    to_decide: tuple[Outing, ...]
    to_mend: tuple[Outing, ...]
    to_close: tuple[Outing, ...]
    without: tuple[Unit, ...]
    year: int


def waiting_for(actor: Actor, today: date, deciding: tuple[str, ...]) -> Waiting:
    """Two queries, the second only from September on."""
    runs = actor.paths(ACTIVITIES_RUN)
    rows = Outing.objects.filter(_open(runs, deciding)).exclude(activity__state__in=GONE)
    mine = Step.objects.filter(outing=OuterRef("pk"), kind=Step.Kind.APPLY, person=actor.person_id or 0)
    found = list(
        rows.select_related("activity__unit").annotate(mine=Exists(mine)).order_by("activity__starts_on", "pk")
    )
    decide = [row for row in found if row.state == APPLIED and not row.mine and _in(row, deciding)]
    return Waiting(
        tuple(decide),
        tuple(row for row in found if row.state == RETURNED and _in(row, runs)),
        tuple(
            row
            for row in found
            if row.state == APPROVED and _in(row, runs) and row.activity.day and row.activity.day < today
        ),
        tuple(_without(runs, today)) if today.month >= SEPTEMBER else (),
        today.year,
    )


def _open(runs: tuple[str, ...], deciding: tuple[str, ...]) -> Q:
    to_run = below(runs, "activity__unit__path") & Q(state__in=(RETURNED, APPROVED))
    return to_run | below(deciding, "activity__unit__path") & Q(state=APPLIED)


def _in(outing: Outing, paths: tuple[str, ...]) -> bool:
    return any((outing.activity.unit.path or "\0").startswith(path) for path in paths)


def _without(paths: tuple[str, ...], today: date) -> list[Unit]:
    """Branches with people that have no outing of this year, held or to come."""
    ours = Activity.objects.filter(unit=OuterRef("pk"), year=today.year, category__code=OUTING).exclude(state__in=GONE)
    units = Unit.objects.filter(below(paths, "path"), ~Exists(ours), kind=Unit.Kind.BRANCH, closed_on=None)
    return list(units.order_by("order", "name_key"))
