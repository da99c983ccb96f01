"""Reading a paper back: its own properties, its words, and every figure that still stands in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tongxin.core.papers.docx.figures import BOOKMARK, KEY_MARK, MARK
from tongxin.core.papers.docx.xml import FIGURES
from tongxin.core.papers.opened import Opened, Source, not_docx

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Text struck out or moved away under tracked changes, the second reading of a drawing, field codes, ruby glosses.
_UNREAD = {
    f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rt", "sdtPr", "pPr", "rPr", "tblPr")
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_SENTENCE_END = re.compile(r"[。！？；\n]")

Found = tuple[str, str]
Span = tuple[Found, int, int]


@dataclass(frozen=True, slots=True)
class ReadChip:
    """A figure found in the file. `value` is what was true at export, `text` what the file says now."""

    ref: str
    value: str
    text: str
    paragraph_index: int
    sentence: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What the file holds. `paragraphs` are all of them in order, tables included, empty ones too."""

    properties: dict[str, str]
    chips: list[ReadChip]
    paragraphs: list[str]


def read_docx(source: Source) -> ReadBack:
    """Read a DOCX after whatever Word, WPS or LibreOffice did to it. No figures give an empty list.

    Runs may be split, controls may have grown to a paragraph or a cell, tracked changes count as accepted.
    Refuses: `paper.not_docx`, `paper.too_large`.
    """
    opened = Opened(source)
    main = next(iter(opened.related("", "officeDocument")), "")
    root = opened.xml(main) if main else None
    if root is None or root.tag != f"{_W}document":
        raise not_docx()
    reading = _Reading(_long_figures(opened, main))
    for paragraph in root.iter(f"{_W}p"):
        if not _unread(paragraph):
            reading.paragraph(paragraph)
    return ReadBack(_properties(opened), reading.chips, reading.paragraphs)


class _Line:
    """The text of one paragraph as it grows, and where the figures stand in it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0
        self.spans: list[Span] = []
        self.open: dict[str, tuple[str, int]] = {}
        self.marked: list[tuple[str, int, int]] = []

    def add(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)

    def begin(self, identity: str, name: str) -> None:
        if name.startswith(BOOKMARK):
            self.open[identity] = (name.removeprefix(BOOKMARK), self.length)

    def finish(self, identity: str) -> None:
        if identity in self.open:
            key, start = self.open.pop(identity)
            self.marked.append((key, start, self.length))

    def text(self) -> str:
        return "".join(self._pieces)


class _Reading:
    """Collects paragraphs and figures while it goes through the text."""

    def __init__(self, figures: dict[str, Found]) -> None:
        self._figures = figures
        self._around: set[etree._Element] = set()
        self.chips: list[ReadChip] = []
        self.paragraphs: list[str] = []

    def paragraph(self, element: etree._Element) -> None:
        """One paragraph: its text, the figures in it, and a control that holds the whole of it."""
        index = len(self.paragraphs)
        around = self._around_it(element, index)
        line = _Line()
        self._walk(element, line)
        text = line.text()
        ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        for found, start, end in line.spans + ([] if around else self._bookmarked(line)):
            self.chips.append(ReadChip(*found, text[start:end], index, _sentence(text, ends, start, end)))
        self.paragraphs.append(text)

    def _around_it(self, element: etree._Element, index: int) -> bool:
        """Take in a control that holds the whole paragraph, once; True when there is one."""
        around = False
        for control in element.iterancestors(f"{_W}sdt"):
            found = self._found(control)
            if not found or next(control.iterancestors(f"{_W}p"), None) is not None:
                continue
            around = True
            if control not in self._around:
                self._around.add(control)
                words = _all_text(control)
                self.chips.append(ReadChip(*found, words, index, words.strip()))
        return around

    def _bookmarked(self, line: _Line) -> list[Span]:
        """Figures whose control, or its tag, is gone, by the bookmark that was laid around them."""
        spans = [(self._figures[key], start, end) for key, start, end in line.marked if key in self._figures]
        taken = {position for _found, start, end in line.spans for position in range(start, end)}
        return [span for span in spans if span[1] < span[2] and taken.isdisjoint(range(*span[1:]))]

    def _walk(self, parent: etree._Element, line: _Line) -> None:
        for child in parent:
            if child.tag in _UNREAD or child.tag == f"{_W}p":
                continue
            if child.tag == f"{_W}t":
                line.add(child.text or "")
            elif child.tag in _SIGNS:
                line.add(_SIGNS[child.tag])
            elif child.tag == f"{_W}bookmarkStart":
                line.begin(child.get(f"{_W}id", ""), child.get(f"{_W}name", ""))
            elif child.tag == f"{_W}bookmarkEnd":
                line.finish(child.get(f"{_W}id", ""))
            else:
                start, place = line.length, len(line.spans)
                self._walk(child, line)
                found = self._found(child) if child.tag == f"{_W}sdt" else None
                if found:
                    line.spans.insert(place, (found, start, line.length))

    def _found(self, control: etree._Element) -> Found | None:
        tag = control.find(f"{_W}sdtPr/{_W}tag")
        words = "" if tag is None else tag.get(f"{_W}val", "")
        if words.startswith(KEY_MARK):
            return self._figures.get(words.removeprefix(KEY_MARK))
        ref, bar, value = words.removeprefix(MARK).partition("|")
        return (ref, value) if words.startswith(MARK) and bar else None


def _sentence(text: str, ends: list[int], start: int, end: int) -> str:
    """The sentence around a figure, with its closing mark."""
    before, after = bisect_right(ends, start), bisect_right(ends, end)
    begin = ends[before - 1] if before else 0
    stop = ends[after] if after < len(ends) else len(text)
    return text[begin:stop].strip()


def _unread(element: etree._Element) -> bool:
    return any(parent.tag in _UNREAD for parent in element.iterancestors())


def _all_text(control: etree._Element) -> str:
    return "".join(node.text or "" for node in control.iter(f"{_W}t") if not _unread(node))


def _long_figures(opened: Opened, main: str) -> dict[str, Found]:
    """Figures whose reference did not fit into a tag, by their key."""
    figures: dict[str, Found] = {}
    for name in opened.related(main, "customXml"):
        root = opened.xml(name)
        for figure in () if root is None else root.iter(f"{{{FIGURES}}}figure"):
            figures[figure.get("key", "")] = (figure.get("ref", ""), figure.get("value", ""))
    return figures


def _properties(opened: Opened) -> dict[str, str]:
    return {name: value for part in opened.related("", "custom-properties") for name, value in _rows(opened.xml(part))}


def _rows(root: etree._Element | None) -> Iterator[tuple[str, str]]:
    for row in () if root is None else root:
        name = row.get("name") if isinstance(row.tag, str) else None
        if name:
            yield name, "".join(value.text or "" for value in row)
