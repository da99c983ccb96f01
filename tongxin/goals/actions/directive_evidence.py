"""What shows that a task from above was done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.core.refusals import Refused
from tongxin.goals.access import activities_to_hang, work_to_hang
from tongxin.goals.actions.common import ids
from tongxin.goals.actions.directive import kept, open_directive, state_of
from tongxin.goals.models import Directive, Evidence, Goal
from tongxin.org.actor import Actor
from tongxin.plan.models import WorkItem

State = Directive.State


@transaction.atomic
def set_evidence(
    *,
    actor: Actor,
    now: datetime,
    directive: Directive,
    activities: Sequence[Activity],
    work: Sequence[WorkItem],
    goals: Sequence[Goal] = (),
) -> Directive:
    """Exactly these show what was done; the first of them sets the directive under way.

    Refuses: `directive.closed`, `directive.no_evidence` (something of another year, or out of the actor's sight).
    """
    directive = open_directive(actor, directive)
    unit, year = directive.unit, directive.year
    known = (
        set(activities_to_hang(actor, unit, year).filter(pk__in=ids(activities)).values_list("pk", flat=True)),
        set(work_to_hang(unit, year).filter(pk__in=ids(work)).values_list("pk", flat=True)),
        set(Goal.objects.filter(unit=unit, year=year, pk__in=ids(goals)).values_list("pk", flat=True)),
    )
    for things, there in zip((activities, work, goals), known, strict=True):
        if {thing.pk for thing in things} - there:
            raise Refused("directive.no_evidence", _("有一项不在这一年里，刷新一下再选。"))
    before = state_of(directive) | {"evidence": directive.evidence.count()}
    for field, there in zip(("activity", "work_item", "goal"), known, strict=True):
        _set(directive, field, there)
    if directive.state == State.OPEN and any(known):
        directive.state = State.UNDER_WAY
    return kept(actor, now, directive, "directives.set_evidence", before, evidence=directive.evidence.count())


def _set(directive: Directive, field: str, wanted: set[int]) -> None:
    there = directive.evidence.filter(**{f"{field}__isnull": False})
    there.exclude(**{f"{field}__in": wanted}).delete()
    known = set(there.values_list(field, flat=True))
    Evidence.objects.bulk_create(Evidence(directive=directive, **{f"{field}_id": pk}) for pk in sorted(wanted - known))
