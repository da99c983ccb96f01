"""What apps above add to the year: proposals for a new plan, tabs, parts of a work item's page, changes of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tongxin.core.registry import Registry
from tongxin.org.models import Unit


@dataclass(frozen=True)
class Proposed:
    """Something that the year before asks for. `code` is stable within its proposer and names it for good (at most 80
    characters), `title` is what would stand in the plan, `why` the evidence in words, `url` where it is seen;
    `kind` is "work" or "activity", `work_kind` one of WorkItem.Kind."""

    code: str
    title: str
    why: str
    url: str = ""
    kind: str = "work"
    work_kind: str = "other"


@dataclass(frozen=True)
class Proposer:
    """An app that proposes items for a unit's `year` from the records of the years before."""

    key: str
    label: Any
    propose: Callable[[Unit, int], Sequence[Proposed]]


@dataclass(frozen=True)
class Tab:
    """A page of another app beside the year's own: `url_name` takes the year, `?unit=` is added."""

    key: str
    label: Any
    url_name: str


@dataclass(frozen=True)
class ItemPanel:
    """A part of a work item's page: `ask(actor, item)` gives what `template` shows as `panel`, or None."""

    key: str
    template: str
    ask: Callable[[Any, Any], Any]


@dataclass(frozen=True)
class OtherChange:
    """A change of the year that is no activity's: what, of which thing, why, by whom, when."""

    what: str
    thing: str
    why: str
    by: str
    at: datetime
    url: str = ""


@dataclass(frozen=True)
class ChangeSource:
    """An app that knows of changes since a plan was approved."""

    key: str
    label: Any
    changes: Callable[[Unit, int, datetime], Sequence[OtherChange]]


proposals: Registry[Proposer] = Registry("proposer")
tabs: Registry[Tab] = Registry("tab of the year")
item_panels: Registry[ItemPanel] = Registry("panel of a work item")
change_sources: Registry[ChangeSource] = Registry("source of changes")
