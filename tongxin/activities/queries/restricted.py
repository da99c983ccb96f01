"""What restrictions 管控 say of an activity, and what is on record for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tongxin.activities.models import Activity, Clearance
from tongxin.core.clock import today
from tongxin.restrictions.queries.standing import standing
from tongxin.restrictions.rules.findings import Code, Finding, findings
from tongxin.restrictions.rules.in_force import InForce
from tongxin.restrictions.rules.limits import Event
from tongxin.restrictions.words import finding_words, refusal, shut_words, way_out

State = Activity.State
ANNOUNCED = (State.PUBLISHED, State.UNDER_WAY)
OVER = (State.DONE, State.CANCELLED, State.MERGED)


@dataclass(frozen=True)
class Said:
    """One thing a restriction says of an activity; `met` is what is on record for it."""

    finding: Finding
    restriction: InForce
    met: Clearance | None

    @property
    def stops(self) -> bool:
        """Whether it stands in the way of publishing and of the door."""
        return self.finding.block and self.met is None

    @property
    def words(self) -> str:
        """What it says, without its full stop."""
        return finding_words(self.finding)

    @property
    def way(self) -> str:
        """What to do about it."""
        return way_out(self.finding)

    @property
    def sentence(self) -> str:
        """Why an act is refused."""
        return refusal(self.finding, self.restriction.title, self.restriction.source)

    def at_door(self, *, officer: bool) -> str:
        """Why nobody can check in."""
        return shut_words(self.finding, self.restriction.title, self.restriction.source, officer=officer)


@dataclass(frozen=True)
class Restricted:
    """All that is said of an activity, as its page shows it."""

    said: tuple[Said, ...]

    @property
    def titles(self) -> list[str]:
        """The restrictions that say something, each once."""
        return list(dict.fromkeys(each.restriction.title for each in self.said))

    @property
    def stopped(self) -> bool:
        """Whether something stands in its way."""
        return any(each.stops for each in self.said)

    @property
    def unmet(self) -> bool:
        """Whether anything is said that nothing on record meets."""
        return any(each.met is None for each in self.said)

    @property
    def clearable(self) -> bool:
        """Whether putting something on record would help."""
        return any(each.met is None and each.finding.met_by for each in self.said)


def restricted(activity: Activity, now: datetime) -> Restricted | None:
    """What an activity's page says about restrictions; None where there is nothing."""
    said = said_of(activity, now)
    return Restricted(said) if said else None


def said_of(activity: Activity, now: datetime, *, announcing: bool | None = None) -> tuple[Said, ...]:
    """All that restrictions say of what is left of an activity from today on; nothing without a day.

    `announcing`: whether its day is being told now, so that days of notice count (unless told: where members do not know it yet).
    One query where no restriction stands, else three.
    """
    day = today(now)
    last = activity.ends_on or activity.starts_on
    if activity.starts_on is None or last is None or last < day or activity.state in OVER:
        return ()
    return _said(activity, max(activity.starts_on, day), last, day, announcing)


def said_at_door(pk: int, now: datetime) -> tuple[Said, ...]:
    """What restrictions say of an activity on the day somebody comes: today, or its last day where that is over."""
    activity = Activity.objects.select_related("unit").get(pk=pk)
    day = today(now)
    last = activity.ends_on or activity.starts_on or day
    there = max(min(day, last), min(activity.starts_on or day, day))
    return _said(activity, there, there, day, announcing=False)


def _said(activity: Activity, first: date, last: date, day: date, announcing: bool | None) -> tuple[Said, ...]:
    found = standing(first, last, paths=(root_of(activity),))
    if not found:
        return ()
    named = activity.organisers.order_by().values_list("unit__path", flat=True)
    paths = [activity.unit.path or "", *(path or "" for path in named)]
    told = weigh(activity, paths, found, first, last, day)
    if not told:
        return ()
    records = list(activity.clearances.select_related("paper")) if activity.pk else []
    counts = activity.state not in ANNOUNCED if announcing is None else announcing
    return join(told if counts else [each for each in told if each.code is not Code.NOTICE], found, records)


def weigh(
    activity: Activity, paths: Collection[str], found: Sequence[InForce], first: date, last: date, day: date
) -> tuple[Finding, ...]:
    """The findings about an activity between two of its days."""
    event = Event(
        starts_on=first, ends_on=last, online=activity.mode == Activity.Mode.ONLINE, people=activity.expected,
        indoor=activity.indoor, reach=activity.reach, place=activity.place, paths=tuple(path or "\0" for path in paths),
    )  # fmt: skip
    return findings(event, [each.limits for each in found], day)


def join(told: Sequence[Finding], found: Sequence[InForce], records: Sequence[Clearance]) -> tuple[Said, ...]:
    """The findings with their restrictions and with what is on record for them."""
    by_id = {each.pk: each for each in found}
    kept = {(record.restriction_id, record.kind): record for record in records}
    return tuple(
        Said(each, by_id[each.restriction], kept.get((each.restriction, each.met_by)) if each.met_by else None)
        for each in told
    )


def root_of(activity: Activity) -> str:
    """The path of the highest unit above the activity's owner."""
    return f"{(activity.unit.path or '0').split('.', 1)[0]}."
