"""The year's activities by how they differ from the plan, as the page of changes shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from tongxin.plan.queries.facts import ItemFact, YearFacts
from tongxin.plan.rules.against import Difference
from tongxin.plan.words import DIFFERENCES

CHANGED: Final = ("added", "moved", "online", "dropped")
ORDER: Final = (Difference.DROPPED, Difference.MOVED, Difference.ONLINE, Difference.ADDED, Difference.KEPT)


@dataclass(frozen=True)
class Group:
    """Activities that differ in the same way."""

    key: str
    label: str
    items: tuple[ItemFact, ...]


def groups_of_changes(facts: YearFacts) -> list[Group]:
    """Dropped, moved, online, added, kept of the activities that count; last the outings that differ."""
    groups = [
        Group(kind.value, str(DIFFERENCES[kind]), tuple(item for item in facts.differences[kind] if item.counted))
        for kind in ORDER
    ]
    outings = tuple(item for item in facts.outings if item.difference is not Difference.KEPT)
    return [*groups, Group("outings", _("单位团建的变动"), outings)] if outings else groups
