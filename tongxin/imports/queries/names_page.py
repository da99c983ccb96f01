"""Names of units that the organisation does not know, and what was chosen for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tongxin.imports.queries.preview import Preview


@dataclass(frozen=True)
class NameChoice:
    """A name with its rows; `near` are (code, name) of units it may mean, `chosen` is "", "new" or a code."""

    name: str
    rows: int
    near: tuple[tuple[str, str], ...]
    chosen: str


def names_of(made: Preview, chosen: Mapping[str, str]) -> list[NameChoice]:
    """The unknown names, those without a choice first."""
    names = [
        NameChoice(unknown.name, unknown.rows, unknown.near, chosen.get(unknown.name, chosen.get("*", "")))
        for unknown in made.unknown_units
    ]
    return sorted(names, key=lambda name: bool(name.chosen))
