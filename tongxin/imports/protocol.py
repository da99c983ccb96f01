"""What an app says to take in a kind of spreadsheet. The machinery (upload, columns, check, apply) knows only this."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol
from uuid import UUID

from tongxin.core.registry import Registry
from tongxin.core.sheets.columns import Column
from tongxin.core.sheets.table import Problem, Record, Table

Kind = Literal["new", "changed", "unchanged", "refused"]
Touched = Mapping[Literal["new", "changed"], Sequence[int]]


@dataclass(frozen=True)
class Target:
    """Where the rows go: a unit, for a plan a year, and what the person chose about unknown names.

    `choices["units"]` maps a name in the file to `"new"` (found it as a branch) or to the code of a unit.
    """

    actor: Any
    now: datetime
    unit: Any
    year: int | None = None
    choices: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """A record as it was read: typed values and the cells that could not be understood."""

    table: Table
    record: Record
    values: Mapping[str, Any]
    problems: tuple[Problem, ...]

    def problem(self, key: str, code: str, sentence: str) -> Problem:
        """What is wrong at the cell of `key`, or at the row's first cell where the file has no such column."""
        cell = self.record.cells.get(key) or next(iter(self.record.cells.values()))
        return Problem(key, cell.ref, code, sentence)


@dataclass(frozen=True)
class Verdict:
    """What would become of a row. `before` holds the old values, shown, of what changes; `plan` is the importer's own."""

    row: Row
    kind: Kind
    problems: tuple[Problem, ...] = ()
    before: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    plan: Any = None


@dataclass(frozen=True)
class UnknownName:
    """A unit named in the file that the organisation does not have, how many rows name it, and what it may mean."""

    name: str
    rows: int
    near: tuple[tuple[str, str], ...] = ()


class Judge(Protocol):
    """One file's judge. `see` gets every row once, first; then `judge` and `apply` get them again in chunks.

    `apply` answers the ids of what is new and what is changed, if the importer has a page for them (`shows`).
    """

    def see(self, row: Row) -> None: ...
    def judge(self, rows: Sequence[Row]) -> list[Verdict]: ...
    def apply(self, verdicts: Sequence[Verdict]) -> Touched | None: ...
    def unknown_units(self) -> list[UnknownName]: ...
    def afterwords(self) -> list[str]: ...


class Places(Protocol):
    """Where things may be taken in, and by whom. Units stand above this app, so whoever registers an importer says it
    (`org.queries.places.PlacesWithRight` does for a right and some kinds of unit).

    `somewhere` and `require` refuse as `org.access` does: 404 for a stranger, 403 where only the office hat is missing.
    """

    def somewhere(self, actor: Any) -> None:
        """Refuses unless there is any unit for which the actor may."""

    def require(self, actor: Any, unit: Any) -> None:
        """Refuses unless the actor may in this unit."""

    def units(self, actor: Any) -> Sequence[Any]:
        """The units the actor may choose, in the order of the tree; each has `pk`, `name`, `called`, `code`, `path`."""

    def get(self, actor: Any, pk: int) -> Any:
        """One of them, fetched and authorised."""


@dataclass(frozen=True)
class Importer:
    """A kind of spreadsheet: its columns, the right it takes in the unit, and its judge.

    `spare` are required keys that a sheet's own name may say (a sheet for each 分工会). `dropped` are titles that are
    never stored and said so. `places` answers who may take it in where (without it, only the shell can);
    `opens(unit, year)` is the address where one sees what was taken in, or None; `shows(run)` that of what one run touched.
    """

    key: str
    label: Any
    icon: str
    columns: tuple[Column, ...]
    right: str
    judge: type[Any]
    act: str
    unit_kinds: tuple[str, ...] = ("union",)
    spare: tuple[str, ...] = ()
    needs_year: bool = False
    dropped: Sequence[str] = ()
    places: Places | None = None
    opens: Callable[[Any, int | None], str | None] | None = None
    shows: Callable[[UUID], str] | None = None


importers: Registry[Importer] = Registry("importer")


def register(made: Iterable[Importer]) -> None:
    """Register an app's importers."""
    for importer in made:
        importers.register(importer)
