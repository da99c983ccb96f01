"""The page of an activity's papers: each kind, what is missing, in which formats it can be taken out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from tongxin.activities.access import may_run
from tongxin.activities.actions.turning import require_possible
from tongxin.activities.models import Activity
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.paperwork.access import may_read_papers
from tongxin.paperwork.kinds.kind import Format, Gap, Kind, kinds
from tongxin.paperwork.models import Line, Template
from tongxin.paperwork.queries.facts import facts_of
from tongxin.paperwork.queries.templates import in_use
from tongxin.paperwork.rules.facts import Facts

ACT_OF_PAGE: Final = {
    "activities:edit": "edit", "activities:move": "move", "activities:outcome": "finish", "activities:reopening": "reopen",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One kind of paper on the page."""

    kind: Kind
    formats: tuple[Format, ...]
    gaps: tuple[Gap, ...]
    template: Template | None


@dataclass(frozen=True)
class Papers:
    """The whole page. `runs`: the reader may also write lines and prizes."""

    activity: Activity
    rows: tuple[Row, ...]
    runs: bool

    @property
    def ready(self) -> int:
        """How many can be taken out now."""
        return sum(1 for row in self.rows if row.formats)


@dataclass(frozen=True)
class Panel:
    """The panel on the officer's page of an activity."""

    activity: Activity
    runs: bool
    budget: bool
    settlement: bool
    prizes: bool


def papers_of(actor: Actor, activity: Activity, now: datetime) -> Papers:
    """All kinds that the actor may take out, in a fixed number of queries."""
    facts, runs, templates = facts_of(actor, activity, now), may_run(actor, activity), in_use(activity.unit)
    rows = (
        Row(
            kind,
            kind.formats if kind.there(facts) else (),
            _gaps(kind, facts, activity),
            templates.get(kind.key) if kind.own else None,
        )
        for kind in kinds_for(runs)
    )
    return Papers(activity, tuple(rows), runs)


def _gaps(kind: Kind, facts: Facts, activity: Activity) -> tuple[Gap, ...]:
    """What is missing; the way to mend it only where the activity's state lets it be mended."""
    return tuple(gap if _mendable(gap.page, activity) else replace(gap, page="") for gap in kind.gaps(facts))


def _mendable(page: str, activity: Activity) -> bool:
    try:
        if page in ACT_OF_PAGE:
            require_possible(activity, ACT_OF_PAGE[page])
    except Refused:
        return False
    return True


def kinds_for(runs: bool) -> list[Kind]:
    """The kinds for who runs the activity, or who only reads."""
    return [kind for kind in kinds if runs or not kind.private]


def desk_panel(actor: Any, activity: Activity, now: datetime) -> Panel | None:
    """What the activity's page says of papers. Three queries at most."""
    if not may_read_papers(actor, activity.pk):
        return None
    sides = set(Line.objects.filter(activity=activity).order_by().values_list("side", flat=True).distinct())
    return Panel(
        activity,
        may_run(actor, activity),
        Line.Side.BUDGET in sides,
        Line.Side.SETTLEMENT in sides,
        activity.prizes.exists(),
    )
