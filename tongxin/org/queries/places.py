"""Where an actor may take spreadsheets in: the units in which a right is in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tongxin.org.access import below, get_unit, require_right, require_somewhere
from tongxin.org.actor import Actor
from tongxin.org.models import Unit


@dataclass(frozen=True)
class PlacesWithRight:
    """The open units of some kinds for which a right is in force; answers `imports.protocol.Places`."""

    right: str
    kinds: tuple[str, ...]

    def somewhere(self, actor: Actor) -> None:
        """Refuses as `require_somewhere`."""
        require_somewhere(actor, self.right)

    def require(self, actor: Actor, unit: Unit) -> None:
        """Refuses as `require_right`."""
        require_right(actor, self.right, unit)

    def units(self, actor: Actor) -> Sequence[Unit]:
        """The units to choose from, higher ones first."""
        there = Unit.objects.filter(below(actor.paths(self.right), "path"), kind__in=self.kinds, closed_on=None)
        return sorted(there, key=lambda unit: ((unit.path or "").count("."), unit.order, unit.name_key))

    def get(self, actor: Actor, pk: int) -> Unit:
        """One of them. Refuses as `get_unit`."""
        return get_unit(actor, pk, right=self.right)
