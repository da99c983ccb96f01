"""What apps above know of a restriction: what it touches, whom it concerns, what repairs a year. Filled while apps load."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tongxin.core.registry import Registry
from tongxin.org.models import Unit
from tongxin.restrictions.rules.in_force import InForce


@dataclass(frozen=True)
class Touched:
    """One thing that a restriction touches. `whys` are what it finds, in words; `blocked` whether something is still unmet;
    `url` is empty where the reader may not open it."""

    label: str
    day: date | None
    whys: tuple[str, ...]
    blocked: bool
    url: str = ""
    detail: str = ""
    seal: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Toucher:
    """An app's answer to “what of yours does this restriction touch?”, for a reader, in a fixed number of queries."""

    key: str
    order: int
    label: Any
    ask: Callable[[Any, InForce, datetime], Sequence[Touched]]


touched: Registry[Toucher] = Registry("what a restriction touches")


@dataclass(frozen=True)
class Concerned:
    """An app's answer to “whom does this restriction concern?”: ids of persons."""

    key: str
    people: Callable[[InForce, datetime], Iterable[int]]


concerned: Registry[Concerned] = Registry("whom a restriction concerns")


@dataclass(frozen=True)
class Repair:
    """A way to repair a year: `url(unit, year)`, or None where there is none for that unit and year."""

    key: str
    label: Any
    url: Callable[[Unit, int], str | None]


repairs: Registry[Repair] = Registry("repair of a year")


def whom_it_concerns(restriction: InForce, now: datetime) -> list[int]:
    """The ids of all persons that an app names, each once."""
    return sorted({person for each in concerned for person in each.people(restriction, now)})
