"""One column we look for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tongxin.core.sheets.cells import CellKind


@dataclass(frozen=True)
class Column:
    """A column we look for. `label` is its title in our templates, `synonyms` its other titles, `sample` an example.
    `looks_like` tells from some values (0 to 1) how far a column without a known title seems to be this one."""

    key: str
    label: str
    synonyms: tuple[str, ...] = ()
    required: bool = False
    kind: CellKind = "text"
    sample: str = ""
    note: str = ""
    looks_like: Callable[[list[str]], float] | None = field(default=None, compare=False)
