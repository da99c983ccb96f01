"""Figures as content controls, and the list of figures that travels with the file."""

from __future__ import annotations

from lxml import etree

from tongxin.core.papers.document import Chip
from tongxin.core.papers.docx.xml import FIGURES, Element, el, serialised

# Word refuses tags and titles of more than 64 characters (counted as UTF-16).
LONGEST_TAG = 64
MARK, KEY_MARK, BOOKMARK = "tx:", "tx#", "_tx_"


class Figures:
    """Numbers the figures of one document in the order of the text."""

    def __init__(self) -> None:
        self.chips: list[Chip] = []

    def control(self, chip: Chip, run: Element) -> list[Element]:
        """The run inside an inline control: not locked, prints as the words it holds.

        A rich-text control, because LibreOffice 7.4 writes plain-text ones back with doubled text; and a hidden
        bookmark around it, because the same LibreOffice drops the tag. Either is enough to find the figure again.
        """
        self.chips.append(chip)
        number = len(self.chips)
        control = el(
            "w:sdt",
            el(
                "w:sdtPr",
                el("w:alias", val=_short(chip.label or chip.text)),
                el("w:tag", val=tag_of(chip, number)),
                el("w:id", val=number),
            ),
            el("w:sdtContent", run),
        )
        start = el("w:bookmarkStart", id=number, name=f"{BOOKMARK}f{number}")
        return [start, control, el("w:bookmarkEnd", id=number)]

    def part(self) -> bytes:
        """The custom XML part: every figure with its key, reference, value and words."""
        root = etree.Element(f"{{{FIGURES}}}figures", nsmap={None: FIGURES})
        for number, chip in enumerate(self.chips, 1):
            figure = etree.SubElement(root, f"{{{FIGURES}}}figure")
            for name, value in (("key", f"f{number}"), ("ref", chip.ref), ("value", chip.value), ("text", chip.text)):
                figure.set(name, value)
        return serialised(root)


def tag_of(chip: Chip, number: int) -> str:
    """`tx:reference|value`, or `tx#f12` pointing into the list of figures when that would be too long for Word."""
    tag = f"{MARK}{chip.ref}|{chip.value}"
    return tag if "|" not in chip.ref and _units(tag) <= LONGEST_TAG else f"{KEY_MARK}f{number}"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _short(text: str) -> str:
    while _units(text) > LONGEST_TAG:
        text = text[:-1]
    return text
