"""What may show that a directive was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tongxin.goals.access import activities_to_hang, work_to_hang
from tongxin.goals.models import Directive, Goal
from tongxin.goals.queries.serving import Choice
from tongxin.org.actor import Actor


@dataclass(frozen=True)
class Showing:
    """Activities, work items and goals of the directive's year; those ticked already come first."""

    activities: Sequence[Choice]
    work: Sequence[Choice]
    goals: Sequence[Choice]


def to_show(actor: Actor, directive: Directive) -> Showing:
    """What may be ticked: four queries."""
    rows = directive.evidence.values_list("activity", "work_item", "goal")
    ticked = [{row[place] for row in rows} for place in range(3)]
    activities = activities_to_hang(actor, directive.unit, directive.year).select_related("category")
    activities = activities.exclude(state__in=("cancelled", "merged")).order_by("starts_on", "id")
    offered = (
        [
            Choice(
                it.pk,
                it.title,
                it.held_on or it.starts_on,
                it.category.seal,
                it.category.tone,
                it.pk in ticked[0],
                False,
                (),
            )
            for it in activities
        ],
        [
            Choice(it.pk, it.title, it.due_on, "事", "", it.pk in ticked[1], False, ())
            for it in work_to_hang(directive.unit, directive.year)
        ],
        [
            Choice(it.pk, it.title, None, "目", "", it.pk in ticked[2], False, ())
            for it in Goal.objects.filter(unit=directive.unit, year=directive.year)
        ],
    )
    first, second, third = (sorted(choices, key=lambda one: not one.ticked) for choices in offered)
    return Showing(first, second, third)
