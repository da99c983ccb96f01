"""What restrictions say of an event, as findings. Pure: no database, no clock."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tongxin.restrictions.rules.limits import REACHES, Demand, Event, Limits


class Code(StrEnum):
    """What about the event the restriction speaks of."""

    ONLINE = "online_only"
    GATHERING = "gathering"
    HEADS = "heads_unknown"
    INDOOR = "indoor"
    REACH = "reach"
    NOTICE = "notice"


@dataclass(frozen=True)
class Finding:
    """One thing a restriction says of an event.

    `demand` and `over` (heads) belong to gatherings, `farthest` to how far one goes, `days` to notice: how many are wanted;
    `left` are the days there are, `people` the heads expected. `block`: an act that leads here is refused, else it is warned.
    """

    code: Code
    restriction: int
    block: bool
    demand: Demand | None = None
    over: int | None = None
    people: int | None = None
    farthest: str = ""
    days: int = 0
    left: int = 0

    @property
    def key(self) -> tuple[int, Code, Demand | None]:
        """What makes it the same finding after a change of the event."""
        return self.restriction, self.code, self.demand

    @property
    def met_by(self) -> Demand | None:
        """What on record meets it: a plan, a filing, an approval; None where only another event would do."""
        return self.demand if self.code is Code.GATHERING and self.demand is not Demand.BAN else None


def findings(event: Event, limits: Iterable[Limits], today: date) -> tuple[Finding, ...]:
    """All that `limits` say of an event that would be announced on `today`, in their order.

    What is held online is nobody's gathering, and a restriction that neither its days, its units nor its place meet says nothing.
    """
    if event.online:
        return ()
    return tuple(found for each in limits if touches(event, each) for found in _of(event, each, today))


def touches(event: Event, limits: Limits) -> bool:
    """Whether days, units and place of the event are among those the restriction holds for."""
    in_time = limits.starts_on <= event.ends_on and (limits.ends_on is None or event.starts_on <= limits.ends_on)
    there = not limits.places or any(word in event.place for word in limits.places)
    return in_time and there and holds_for(limits, event.paths)


def holds_for(limits: Limits, paths: Iterable[str]) -> bool:
    """Whether it holds for one of the units, by their paths: its own or one above them."""
    return any(path.startswith(held) for path in paths for held in limits.paths)


def unmet(found: Iterable[Finding], cleared: Collection[tuple[int, Demand]]) -> tuple[Finding, ...]:
    """Those of `found` that nothing on record meets; `cleared` are restrictions with what is on record for them."""
    return tuple(each for each in found if each.met_by is None or (each.restriction, each.met_by) not in cleared)


def _of(event: Event, limits: Limits, today: date) -> list[Finding]:
    found: list[Finding] = []
    if limits.online_only:
        found.append(Finding(Code.ONLINE, limits.id, limits.block))
    found += _gathering(event, limits)
    if limits.no_indoor and event.indoor:
        found.append(Finding(Code.INDOOR, limits.id, limits.block))
    if REACHES.index(event.reach) > REACHES.index(limits.farthest):
        found.append(Finding(Code.REACH, limits.id, limits.block, farthest=limits.farthest))
    left = (event.starts_on - today).days
    if left < limits.notice_days:
        found.append(Finding(Code.NOTICE, limits.id, limits.block, days=limits.notice_days, left=max(left, 0)))
    return found


def _gathering(event: Event, limits: Limits) -> list[Finding]:
    """One finding for each thing demanded, by the highest step that is passed; a ban stands alone.

    Heads that nobody has told are more than none; for higher steps they can only be asked for.
    """
    passed: dict[Demand, int] = {}
    for over, demand in sorted(limits.steps):
        if (event.people or 0) > over or (event.people is None and over == 0):
            passed[demand] = over
    if Demand.BAN in passed:
        passed = {Demand.BAN: passed[Demand.BAN]}
    found = [
        Finding(Code.GATHERING, limits.id, limits.block, demand=demand, over=over, people=event.people)
        for demand, over in passed.items()
    ]
    unknown = [step for step in sorted(limits.steps) if event.people is None and step[0] > 0]
    if unknown and Demand.BAN not in passed:
        over, demand = unknown[0]
        found.append(Finding(Code.HEADS, limits.id, False, demand=demand, over=over))
    return found
