"""What was told of an activity over what is guessed. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tongxin.planner.rules.guess import HOLIDAY, OFF, WORK, Guess, Sight, guess

KINDS: Final = {"work": frozenset({WORK}), "off": frozenset({OFF}), "any": frozenset({WORK, OFF, HOLIDAY})}


@dataclass(frozen=True)
class Settled:
    """What the planner reckons with; `told` names the fields that an officer filled in."""

    guess: Guess
    told: frozenset[str]
    window: tuple[date, date]
    weekdays: frozenset[int]
    kinds: frozenset[str]
    parts: frozenset[int]
    online: bool
    reach: str
    heads: int
    keeps_day: bool
    avoid_exams: bool
    avoid_vacations: bool
    cost: int
    cost_online: int
    like: str
    spacing: int


FIELDS: Final = (
    "earliest", "latest", "festival", "weekdays", "day_kind", "parts", "online", "reach", "heads", "keeps_day", "officer_id",
    "cost", "cost_online", "payer_id", "like", "spacing", "follows_id", "lag", "avoid_exams", "avoid_vacations",
)  # fmt: skip


def settle(seen: Sight, told: Any = None) -> Settled:
    """The facts of an activity; `told` has the attributes of `FIELDS`, or is None where nothing was told."""
    given = {name: getattr(told, name) for name in FIELDS if told is not None}
    said = frozenset(
        name
        for name, value in given.items()
        if not (value is None or value == "" or (name == "keeps_day" and not value))
    )
    guessed = guess(seen, festival=given.get("festival", ""))
    start = given.get("earliest") or guessed.window[0]
    end = given.get("latest") or guessed.window[1]
    kinds = KINDS.get(given.get("day_kind", ""), guessed.kinds)
    return Settled(
        guess=guessed,
        told=said,
        window=(start, max(start, end)),
        weekdays=_weekdays(given.get("weekdays", ""), given.get("day_kind", ""), guessed),
        kinds=kinds,
        parts=digits(given.get("parts", "")) or guessed.parts,
        online={"yes": True, "no": False}.get(given.get("online", ""), guessed.online),
        reach=given.get("reach") or guessed.reach,
        heads=_or(given.get("heads"), guessed.heads),
        keeps_day=bool(given.get("keeps_day")),
        avoid_exams=_or(given.get("avoid_exams"), guessed.avoid_exams),
        avoid_vacations=_or(given.get("avoid_vacations"), guessed.avoid_vacations),
        cost=_or(given.get("cost"), 0),
        cost_online=_or(given.get("cost_online"), 0),
        like=given.get("like", ""),
        spacing=_or(given.get("spacing"), 0),
    )


def digits(text: str) -> frozenset[int]:
    """`024` as numbers."""
    return frozenset(int(one) for one in text if one.isdecimal())


def _or(told: Any, guessed: Any) -> Any:
    return guessed if told is None else told


def _weekdays(told: str, day_kind: str, guessed: Guess) -> frozenset[int]:
    """Days of the week as told; who told only the kind of day means every day of that kind."""
    if told:
        return digits(told)
    return guessed.weekdays if not day_kind else frozenset(range(7))
