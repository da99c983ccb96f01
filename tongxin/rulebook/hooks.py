"""What apps above tell the rulebook: the cases they held against it, so that a change can say what would differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tongxin.core.registry import Registry
from tongxin.org.models import Unit
from tongxin.rulebook.rules.facts import Facts


@dataclass(frozen=True)
class Case:
    """One thing that was checked: on its `day`, for its `unit`. `closed`: over and done, never judged again."""

    label: str
    unit: Unit
    occasion: str
    day: date
    facts: Facts
    closed: bool
    url: str = ""


@dataclass(frozen=True)
class Judged:
    """An app's answer to “what did you hold against rules of this occasion, in or below this unit, since that day?”.

    In a fixed number of queries.
    """

    key: str
    cases: Callable[[Unit, str, date], Iterable[Case]]
    actor_sees: Callable[[Any, Case], bool] | None = None


judged: Registry[Judged] = Registry("cases judged by rules")
