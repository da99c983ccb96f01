"""Places on our pages that apps above fill: what a unit did, told by those who know.

    unit_panels.register(UnitPanel("activities", 10, "activities/_unit_panel.html", queries.of_unit))

The template gets what the query answered as `panel`, with `unit`, `year` and the request's context.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tongxin.core.registry import Registry
from tongxin.org.actor import Actor
from tongxin.org.models import Unit


@dataclass(frozen=True)
class UnitPanel:
    """A panel on a unit's page: `query(actor, unit, year)` in a fixed number of queries; None leaves it out."""

    key: str
    order: int
    template: str
    query: Callable[[Actor, Unit, int], Any]


@dataclass(frozen=True)
class FilledPanel:
    """A panel with its answer."""

    template: str
    panel: Any


unit_panels: Registry[UnitPanel] = Registry("unit panel")


def panels_of(actor: Actor, unit: Unit, year: int) -> list[FilledPanel]:
    """The panels that have something to show, in their order."""
    ordered = sorted(unit_panels, key=lambda panel: panel.order)
    filled = (FilledPanel(panel.template, panel.query(actor, unit, year)) for panel in ordered)
    return [panel for panel in filled if panel.panel is not None]
