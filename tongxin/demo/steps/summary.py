"""The year's wording blocks and the first draft of its summary."""

from __future__ import annotations

from tongxin.demo.facts.units import UNION_CODE
from tongxin.demo.facts.wordings import SOURCE, WORDINGS
from tongxin.demo.facts.year import YEAR
from tongxin.demo.steps.organisation import Units
from tongxin.demo.when import moment, officer
from tongxin.report import actions as acts
from tongxin.report.models import Summary


def draft(units: Units) -> None:
    """Enter the wording blocks; then the office has the summary drafted."""
    now = moment(2021, 1, 22)
    office = officer("office", now)
    for fact in WORDINGS:
        acts.add_wording(
            actor=office,
            now=now,
            unit=units[UNION_CODE],
            year=YEAR,
            key=fact.key,
            title=fact.title,
            text=fact.text,
            source=SOURCE,
        )
    acts.draft_summary(actor=office, now=now, unit=units[UNION_CODE], year=YEAR)


def is_done() -> bool:
    """Whether the draft is there."""
    return Summary.objects.filter(unit__code=UNION_CODE, year=YEAR).exists()
