"""The year as members see it: what is on, month by month, calm and without the office's worries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tongxin.activities.access import activities_for
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.plan.queries.choices import years_with_plans
from tongxin.plan.queries.facts import ItemFact, YearFacts
from tongxin.plan.queries.year import year_facts
from tongxin.plan.queries.year_page import by_month, counts_of


@dataclass(frozen=True)
class MemberYear:
    """Only what has been published; `waiting` tells how many more are in the making."""

    facts: YearFacts
    coming: list[tuple[int, list[ItemFact]]]
    past: list[tuple[int, list[ItemFact]]]
    counts: dict[str, int]
    waiting: int
    years: list[int]
    today: date


def member_year(actor: Actor, unit: Unit, year: int, today: date) -> MemberYear:
    """The year of a unit for a member: ten queries, however many rows."""
    facts = year_facts(unit, year)
    ids = [item.activity_id for item in facts.everything]
    seen = set(activities_for(actor).filter(pk__in=ids).values_list("pk", flat=True))
    shown = [item for item in facts.everything if item.activity_id in seen]
    waiting = sum(item.state in ("planned", "postponed") and item.activity_id not in seen for item in facts.everything)
    ahead = [item for item in shown if _is_ahead(item, today)]
    behind = [item for item in shown if not _is_ahead(item, today)]
    return MemberYear(
        facts=facts,
        coming=by_month(year, ahead),
        past=by_month(year, behind)[:: -1 if year >= today.year else 1],
        counts=counts_of(facts),
        waiting=waiting,
        years=years_with_plans(unit, today),
        today=today,
    )


def _is_ahead(item: ItemFact, today: date) -> bool:
    """Whether it is still to come: not over, not called off."""
    over = item.held or item.state in ("cancelled", "merged") or (item.day is not None and item.day < today)
    return not over
