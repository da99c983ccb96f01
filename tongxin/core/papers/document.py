"""What a paper is made of, before it is DOCX or PDF. Nothing here knows either."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeVar

Kind = Literal["h1", "h2", "h3", "p", "table", "note", "photo"]
Align = Literal["left", "center", "right"]
Cell = TypeVar("Cell")

# What XML 1.0 cannot hold (§2.2): controls but tab and line feed, lone surrogates, two non-characters.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text as every paper prints it: line ends are `\\n`, characters that no XML can hold are dropped."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The text without line ends and tabs, for places that are a single line: figures, names, properties."""
    return re.sub(r"[\n\t]+", " ", clean(text))


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words; a `\\n` breaks the line and stays in the paragraph."""

    text: str
    bold: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))


@dataclass(frozen=True, slots=True)
class Chip:
    """A figure standing in the text.

    `ref` is what a machine looks up (`activities.held.by_category:wen`), `text` the printed words (`15项`), `value` the
    exact value as a string (`15`), `label` what a person sees when the figure is selected in Word.
    """

    ref: str
    text: str
    value: str
    label: str = ""

    def __post_init__(self) -> None:
        for name in ("ref", "text", "value", "label"):
            object.__setattr__(self, name, one_line(getattr(self, name)))


Run = Text | Chip
Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is a share: columns of 1, 3 and 2 take a sixth, a half and a third of the type area."""

    width: float = 1.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """Headers are repeated on every page; a row shorter than the columns is filled up with empty cells."""

    columns: tuple[Column, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG or PNG with its size in pixels; `width_mm` is at most the type area's 156."""

    data: bytes
    pixels: tuple[int, int]
    width_mm: float = 120.0

    @property
    def media_type(self) -> str:
        """`image/png` or `image/jpeg`, told by the first bytes and not by a name."""
        return "image/png" if self.data.startswith(b"\x89PNG") else "image/jpeg"

    @property
    def height_mm(self) -> float:
        """In proportion to the width."""
        return self.width_mm * self.pixels[1] / self.pixels[0]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, table or photo. `number` is the printed number with its mark: `一、`, `1.`, `（一）`.

    The runs of a table stand above it as its heading, those of a photo below it as its caption.
    """

    kind: Kind
    runs: Runs = ()
    number: str = ""
    table: Table | None = None
    photo: Photo | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. `properties` travel inside the DOCX (`tongxin.year`, `tongxin.unit`, `tongxin.version`), so that
    a file that comes back says what to compare it with. `mark` is a short word on top of every page (`送审稿`).
    Without `issuer` and `day` there is no signature."""

    title: str
    blocks: tuple[Block, ...]
    issuer: str = ""
    day: date | None = None
    properties: dict[str, str] = field(default_factory=dict)
    mark: str | None = None


def filled(cells: tuple[Cell, ...], count: int, empty: Cell) -> tuple[Cell, ...]:
    """A row of a table with exactly as many cells as the table has columns."""
    return (*cells[:count], *[empty] * (count - len(cells)))


def plain(runs: Runs) -> str:
    """The printed words of the runs."""
    return "".join(run.text for run in runs)


def heading_is_bold(block: Block) -> bool:
    """House style: a second level numbered `1.` is bold 楷体, as in the union's own summaries; `（一）` is the standard's
    second level, 楷体 and not bold. All other levels are never bold (GB/T 9704-2012, 7.3.3)."""
    return block.kind == "h2" and not block.number.startswith(("（", "("))
