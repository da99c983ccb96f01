"""One restriction with what it touches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tongxin.audit.models import Entry
from tongxin.core import clock
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import RESTRICTIONS_CHANGE
from tongxin.restrictions import hooks
from tongxin.restrictions.models import Restriction
from tongxin.restrictions.queries.one import in_force
from tongxin.restrictions.queries.told import Told, told
from tongxin.restrictions.rules.in_force import InForce
from tongxin.restrictions.words import days_words, limit_words


@dataclass(frozen=True)
class TouchedPart:
    """What one app says is touched; `blocked` is how many of them still lack something."""

    label: str
    rows: list[hooks.Touched]
    blocked: int


@dataclass(frozen=True)
class Way:
    """A way to repair a year."""

    label: str
    url: str


@dataclass(frozen=True)
class Turn:
    """When it was declared, amended, told of or ended, and by whom."""

    act: str
    at: datetime
    who: str
    reason: str


@dataclass(frozen=True)
class Detail:
    """The page of a restriction. `parts`, `ways`, `turns` and `told` are for officers; `waits` whether those concerned may be told."""

    restriction: Restriction
    terms: InForce
    days: str
    limits: list[str]
    units: list[str]
    state: str
    changes: bool
    parts: list[TouchedPart]
    ways: list[Way]
    turns: list[Turn]
    told: Told | None

    @property
    def touched(self) -> int:
        """How many things are touched."""
        return sum(len(part.rows) for part in self.parts)

    @property
    def blocked(self) -> int:
        """How many of them still lack something."""
        return sum(part.blocked for part in self.parts)


def detail_of(actor: Actor, restriction: Restriction, now: datetime) -> Detail:
    """Everything the page shows. Four queries, and what the apps above ask."""
    terms, today = in_force(restriction.pk), clock.today(now)
    state = state_of(restriction, today)
    changes = actor.may(RESTRICTIONS_CHANGE, restriction.unit)
    return Detail(
        restriction=restriction, terms=terms, days=days_words(restriction.starts_on, restriction.ends_on),
        limits=limit_words(terms.limits), units=[unit.called for unit in restriction.units.all()], state=state, changes=changes,
        parts=_parts(actor, terms, now) if actor.in_office else [],
        ways=_ways(restriction, today) if changes and state != "over" else [], turns=_turns(restriction) if actor.in_office else [],
        told=told(restriction.pk) if actor.in_office else None,
    )  # fmt: skip


def state_of(restriction: Restriction, today: date) -> str:
    """`now`, `coming` or `over`."""
    until = restriction.until
    if until is not None and (until < today or until < restriction.starts_on):
        return "over"
    return "now" if restriction.starts_on <= today else "coming"


def _parts(actor: Actor, terms: InForce, now: datetime) -> list[TouchedPart]:
    found: list[TouchedPart] = []
    for each in sorted(hooks.touched, key=lambda toucher: toucher.order):
        rows = sorted(each.ask(actor, terms, now), key=lambda row: (not row.blocked, row.day or date.max))
        if rows:
            found.append(TouchedPart(str(each.label), rows, sum(row.blocked for row in rows)))
    return found


def _ways(restriction: Restriction, today: date) -> list[Way]:
    year = max(today, restriction.starts_on).year
    asked = ((each, each.url(restriction.unit, year)) for each in hooks.repairs)
    return [Way(str(each.label), url) for each, url in asked if url]


def _turns(restriction: Restriction) -> list[Turn]:
    rows = Entry.objects.filter(thing_type=restriction._meta.label_lower, thing_id=str(restriction.pk)).order_by("id")
    return [Turn(*row) for row in rows.values_list("act", "at", "who", "reason")]
