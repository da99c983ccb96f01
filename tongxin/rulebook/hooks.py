"""What apps above tell the rulebook: the cases they held against it, so that a change can say what would differ; and the things
from whose rules a committee may decide an exception.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from tongxin.core.registry import Registry
from tongxin.org.models import Unit
from tongxin.rulebook.models import Exemption
from tongxin.rulebook.rules.facts import Facts


@dataclass(frozen=True)
class Case:
    """One thing that was checked: on its `day`, for its `unit`. `closed`: over and done, never judged again.

    `exemptions` are those that hold for it.
    """

    label: str
    unit: Unit
    occasion: str
    day: date
    facts: Facts
    closed: bool
    url: str = ""
    exemptions: Sequence[Exemption] = ()


@dataclass(frozen=True)
class Judged:
    """An app's answer to “what did you hold against rules of this occasion, in or below this unit, since that day?”.

    In a fixed number of queries.
    """

    key: str
    cases: Callable[[Unit, str, date], Iterable[Case]]
    actor_sees: Callable[[Any, Case], bool] | None = None


judged: Registry[Judged] = Registry("cases judged by rules")


@dataclass(frozen=True)
class Taken:
    """A thing as it stands now: `parts` are the facts of each part that is judged (who pays; "" for the whole)."""

    thing: Model
    unit: Unit
    label: str
    occasion: str
    day: date
    parts: Mapping[str, Facts]
    exemptions: Sequence[Exemption] = ()


@dataclass(frozen=True)
class Subject:
    """A kind of thing that may be exempted from a limit.

    `take(actor, now, id, hold)` fetches it and authorises in one breath: who runs it, while it is in the making (what was handed in
    or approved does not change). `hold` locks it for the rest of the transaction. It refuses as the app's own acts do.
    `sees(actor, id)` says who else than the readers of exemptions opens the scan; `url(id)` is its page.
    """

    key: str
    called: Any
    take: Callable[[Any, datetime, int, bool], Taken]
    sees: Callable[[Any, int], bool]
    url: Callable[[int], str]


subjects: Registry[Subject] = Registry("subject of exemptions")
