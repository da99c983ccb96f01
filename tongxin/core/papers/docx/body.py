"""document.xml: title, blocks, signature, section."""

from __future__ import annotations

from tongxin.core.papers import fonts, form
from tongxin.core.papers.document import Block, Chip, Document, Photo, Run, Runs, Text, heading_is_bold
from tongxin.core.papers.docx.figures import Figures
from tongxin.core.papers.docx.pictures import drawing
from tongxin.core.papers.docx.runs import words
from tongxin.core.papers.docx.section import section
from tongxin.core.papers.docx.tables import table_of
from tongxin.core.papers.docx.xml import NAMESPACES, Element, el, part, twips
from tongxin.core.papers.fonts import Face

_STYLES: dict[str, tuple[str, Face, float]] = {
    "h1": ("Heading1", fonts.HEI, form.BODY_PT),
    "h2": ("Heading2", fonts.KAI, form.BODY_PT),
    "h3": ("Heading3", fonts.BODY, form.BODY_PT),
    "p": ("BodyText", fonts.BODY, form.BODY_PT),
    "note": ("Note", fonts.BODY, form.TABLE_PT),
    "table": ("Caption", fonts.BODY, form.TABLE_PT),
    "photo": ("Caption", fonts.BODY, form.TABLE_PT),
}


def document_part(document: Document, figures: Figures, photos: list[Photo]) -> bytes:
    """The text of the paper. Fills `figures` and `photos` in the order they stand in."""
    body = el("w:body", *_title(document.title))
    for block in document.blocks:
        body.extend(_block(block, figures, photos))
    closing = _signature(document)
    if closing and document.blocks and not document.blocks[-1].table:
        _keep_with_next(body[-1])
    body.extend(closing)
    body.append(section(marked=bool(document.mark)))
    return part(el("w:document", body))


def _title(title: str) -> list[Element]:
    """One blank line follows the title."""
    if not title:
        return []
    run = words(Text(title), fonts.TITLE, form.TITLE_PT)
    return [paragraph("Title", run), paragraph("Normal")]


def _block(block: Block, figures: Figures, photos: list[Photo]) -> list[Element]:
    style, face, size = _STYLES[block.kind]
    runs: Runs = (Text(block.number), *block.runs) if block.number else block.runs
    bold = heading_is_bold(block) if block.kind in ("h1", "h2", "h3") else None
    line = [element for run in runs for element in inline(run, face, size, figures, bold=bold)]
    if block.table:
        caption = [paragraph(style, *line, keep=True)] if line else []
        return [*caption, table_of(block.table, figures, inline), paragraph("Note")]
    if block.photo:
        photos.append(block.photo)
        picture = paragraph(style, el("w:r", drawing(block.photo, len(photos))), keep=bool(line))
        return [picture, paragraph(style, *line)] if line else [picture]
    return [paragraph(style, *line)]


def inline(run: Run, face: Face, size: float, figures: Figures, *, bold: bool | None = None) -> list[Element]:
    """A run, or a figure in its content control."""
    element = words(run, face, size, bold=bold)
    return figures.control(run, element) if isinstance(run, Chip) else [element]


def paragraph(style: str, *content: Element, keep: bool = False, indent: Element | None = None) -> Element:
    """A paragraph of a style; `keep` holds it on the page of the next one."""
    properties = el("w:pPr", el("w:pStyle", val=style), el("w:keepNext") if keep else None, indent)
    return el("w:p", properties, *content)


def _keep_with_next(last: Element) -> None:
    """No page may hold a signature alone (7.3.5.5), so the last lines of the text go with it."""
    properties = last[0]
    if properties.find(f"{{{NAMESPACES['w']}}}keepNext") is None:
        properties.insert(1, el("w:keepNext"))


def _signature(document: Document) -> list[Element]:
    """A blank line, the issuer, the date; the three stay together. See `form.signature` for the places."""
    if not document.issuer or not document.day:
        return []
    sign = form.signature(document.issuer, document.day)
    lines = ((sign.issuer, sign.issuer_indent, True), (sign.day, sign.day_indent, False))
    blank = paragraph("Normal", keep=True)
    return [blank, *(_signature_line(text, indent, keep) for text, indent, keep in lines)]


def _signature_line(text: str, characters: float, keep: bool) -> Element:
    indent = el("w:ind", leftChars=round(characters * 100), left=twips(characters * form.PITCH_PT))
    return paragraph("Signature", words(Text(text), fonts.BODY, form.BODY_PT), keep=keep, indent=indent)
