"""The year as members see it: what is on, month by month, calm and without the office's worries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tongxin.activities.access import activities_for
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.plan.queries.choices import years_with_plans
from tongxin.plan.queries.facts import ItemFact, YearFacts
from tongxin.plan.queries.festivals import YearCalendar, year_calendar
from tongxin.plan.queries.year import year_facts
from tongxin.plan.queries.year_page import by_month, counts_of


@dataclass(frozen=True)
class MemberYear:
    """Only what has been published; `waiting` tells how many more are in the making."""

    facts: YearFacts
    months: list[tuple[int, list[ItemFact]]]
    counts: dict[str, int]
    waiting: int
    calendar: YearCalendar
    years: list[int]
    today: date

    @property
    def this_month(self) -> int | None:
        """The month to begin with."""
        return self.today.month if self.today.year == self.facts.year else None


def member_year(actor: Actor, unit: Unit, year: int, today: date) -> MemberYear:
    """The year of a unit for a member: eleven queries, however many rows."""
    facts = year_facts(unit, year)
    ids = [item.activity_id for item in facts.everything]
    seen = set(activities_for(actor).filter(pk__in=ids).values_list("pk", flat=True))
    shown = [item for item in facts.everything if item.activity_id in seen]
    waiting = sum(item.state in ("planned", "postponed") and item.activity_id not in seen for item in facts.everything)
    months = by_month(year, shown)
    years = years_with_plans(unit, today)
    return MemberYear(facts, months, counts_of(facts), waiting, year_calendar(year), years, today)
