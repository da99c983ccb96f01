"""What a kind of paper is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from tongxin.core.papers import Document
from tongxin.core.registry import Registry
from tongxin.core.sheets.write import SheetOut
from tongxin.paperwork.rules.facts import Facts

Format = Literal["docx", "pdf", "xlsx"]
FORMATS: Final[tuple[Format, ...]] = ("docx", "pdf", "xlsx")


@dataclass(frozen=True)
class Gap:
    """Something that the paper would want and nobody has written yet, in words, and the page to write it on."""

    words: str
    page: str = ""


@dataclass(frozen=True)
class Kind:
    """One kind of paper.

    `title` is what it is called, `about` says in a few words what it holds. `paper` builds it as a document, `sheet` as
    tables; `drawn` are formats that are made in their own way. `private` ones hold phones: only who runs the activity.
    `gaps` says what is still missing; a paper can be printed all the same and the place stays empty, unless nothing is
    `there` at all. `lists` names the lists that an office's own Word template of this kind may use, if it may have one (`own`).
    """

    key: str
    title: Any
    about: Any
    paper: Callable[[Facts], Document] | None = None
    sheet: Callable[[Facts], Sequence[SheetOut]] | None = None
    drawn: dict[Format, Callable[[Facts], bytes]] = field(default_factory=dict)
    gaps: Callable[[Facts], list[Gap]] = lambda facts: []
    there: Callable[[Facts], bool] = lambda facts: True
    private: bool = False
    edit: str = ""
    lists: tuple[str, ...] = ()
    own: bool = True

    @property
    def formats(self) -> tuple[Format, ...]:
        """The formats it can be taken out in, in order."""
        there = {"docx": self.paper, "pdf": self.paper, "xlsx": self.sheet}
        return tuple(each for each in FORMATS if there[each] or each in self.drawn)


kinds: Registry[Kind] = Registry("kind of paper")
