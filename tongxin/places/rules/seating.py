"""What becomes of those who ask for a place, in the order in which they asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tongxin.places.rules.entitled import Facts, Rule, barred
from tongxin.places.rules.filling import Entry, Seating, Seats, fill

HELD, WAITING, ENTERED = "held", "waiting", "entered"


@dataclass(frozen=True)
class Ask:
    """One tap: `people` (whoever asks first), `companions` of the first. `beyond` is an officer's exception: the rule and the
    window do not hold, the number of seats does. `named`: a team, a group even of one."""

    people: tuple[int, ...]
    companions: int = 0
    beyond: bool = False


@dataclass
class State:
    """The pool at this moment, under its lock. `live`: who is in it already, with the state of the place.

    `line` is the waiting list as entries, needed only where something is free while people wait. `elsewhere`: who has a place in
    another pool of the same bundle.
    """

    rule: Rule
    draw: bool
    window: str  # "open", "early" or "over"
    seats: Seats
    waiting: bool
    queued: int
    waiting_max: int | None
    group_max: int
    companions_each: int
    companions_free: int | None
    live: Mapping[int, str]
    facts: Mapping[int, Facts]
    quotas: Mapping[int, str] = field(default_factory=dict)
    line: Sequence[Entry] = ()
    elsewhere: Collection[int] = ()


@dataclass(frozen=True)
class Decision:
    """`state` the places get (and in which quotas), or `no`: why not, and about whom. `again`: there was a place already."""

    state: str = ""
    seating: Seating = ()
    no: str = ""
    about: int = 0
    again: bool = False


def decide(state: State, asks: Sequence[Ask], today: date) -> list[Decision]:
    """A decision for each ask, in order; `state` is used up."""
    live = dict(state.live)
    line = list(state.line)
    decisions = []
    for ask in asks:
        decision = _one(state, ask, live, line, today)
        if decision.state and not decision.again:
            live |= dict.fromkeys(ask.people, decision.state)
        decisions.append(decision)
    return decisions


def _one(state: State, ask: Ask, live: dict[int, str], line: list[Entry], today: date) -> Decision:
    first = ask.people[0]
    if first in live:
        return Decision(live[first], again=True)
    refusal = _refusal(state, ask, live, today)
    if refusal:
        return refusal
    state.companions_free = None if state.companions_free is None else state.companions_free - ask.companions
    if state.draw and not ask.beyond:
        return Decision(ENTERED, (None,) * len(ask.people))
    decision = _seat(state, ask, line)
    if decision.no and state.companions_free is not None:
        state.companions_free += ask.companions
    return decision


def _refusal(state: State, ask: Ask, live: Mapping[int, str], today: date) -> Decision | None:
    if not ask.beyond:
        if state.window != "open":
            return Decision(no=state.window)
        if len(ask.people) > state.group_max:
            return Decision(no="too_many")
    for person in ask.people:
        if why := _against(state, ask, person, live, today):
            return Decision(no=why, about=person)
    if len(set(ask.people)) < len(ask.people):
        return Decision(no="twice")
    if ask.companions > state.companions_each:
        return Decision(no="companions_each")
    if state.companions_free is not None and ask.companions > state.companions_free:
        return Decision(no="companions_full")
    return None


def _against(state: State, ask: Ask, person: int, live: Mapping[int, str], today: date) -> str | None:
    """Why this person gets no place here, whatever the number of places."""
    if person in live:
        return "in_already"
    if person in state.elsewhere:
        return "elsewhere"
    facts = state.facts.get(person)
    if facts is None:
        return "unknown"
    return None if ask.beyond else barred(state.rule, facts, today)


def _seat(state: State, ask: Ask, line: list[Entry]) -> Decision:
    """A seat where one is free for all of them and nobody waits who could use it, else the waiting list."""
    entry = entry_of(0, ask.people, state)
    if not state.seats.none:
        # Who waits is served before; what a waiting group holds back stays held back.
        left = Seats(state.seats.open, dict(state.seats.kept))
        fill(left, line)
        if seating := fill(left, (entry,)).get(0):
            for quota in seating:
                _use(state.seats, quota)
            return Decision(HELD, seating)
    if ask.beyond or not state.waiting:
        return Decision(no="full")
    if state.waiting_max is not None and state.queued + len(ask.people) > state.waiting_max:
        return Decision(no="full")
    state.queued += len(ask.people)
    line.append(entry)
    return Decision(WAITING, (None,) * len(ask.people))


def _use(seats: Seats, quota: int | None) -> None:
    if quota:
        seats.kept[quota] -= 1
    elif seats.open is not None:
        seats.open -= 1


def entry_of(key: int, people: Sequence[int], state: State) -> Entry:
    """The entry of some people, each with the quotas of the units it belongs to."""
    return Entry(key, tuple(quotas_of(state.facts[person].path, state.quotas) for person in people))


def quotas_of(path: str, quotas: Mapping[int, str]) -> tuple[int, ...]:
    """The quotas a person at `path` may use, the nearest unit's first."""
    usable = [quota for quota, home in quotas.items() if path.startswith(home)]
    return tuple(sorted(usable, key=lambda quota: -len(quotas[quota])))
