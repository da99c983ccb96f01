"""The parts of the file, their types and relations, and the zip around them."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import quoteattr

from tongxin.core.papers.document import Document, Photo
from tongxin.core.papers.docx.body import document_part
from tongxin.core.papers.docx.figures import Figures
from tongxin.core.papers.docx.pictures import photo_name
from tongxin.core.papers.docx.properties import app_part, core_part, custom_part
from tongxin.core.papers.docx.section import footer_part, header_part
from tongxin.core.papers.docx.styles import font_table_part, settings_part, styles_part

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "word/footer2.xml": f"{_WORD}.footer+xml",
    "word/header1.xml": f"{_WORD}.header+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
Relation = tuple[str, str, str]


def parts_of(document: Document) -> dict[str, bytes]:
    """Names and bytes of every part, in the order of the file."""
    figures, photos = Figures(), list[Photo]()
    body = document_part(document, figures, photos)
    parts = {
        "word/document.xml": body,
        "word/styles.xml": styles_part(),
        "word/settings.xml": settings_part(),
        "word/fontTable.xml": font_table_part(),
        "word/footer1.xml": footer_part(even=False),
        "word/footer2.xml": footer_part(even=True),
        "docProps/core.xml": core_part(document),
        "docProps/app.xml": app_part(),
        "docProps/custom.xml": custom_part(document.properties),
        "customXml/item1.xml": figures.part(),
        "customXml/itemProps1.xml": _item_properties(),
        "customXml/_rels/item1.xml.rels": _relations([("rId1", "customXmlProps", "itemProps1.xml")]),
    }
    if document.mark:
        parts["word/header1.xml"] = header_part(document.mark)
    for number, photo in enumerate(photos, 1):
        parts[f"word/media/{photo_name(photo, number)}"] = photo.data
    return {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _package_relations(),
        **parts,
        "word/_rels/document.xml.rels": _document_relations(document, photos),
    }


def zipped(parts: dict[str, bytes]) -> bytes:
    """The parts in one zip without a clock in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
    return buffer.getvalue()


def _content_types(parts: dict[str, bytes]) -> bytes:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpeg": "image/jpeg",
    }
    rows = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults.items()]
    rows += [f'<Override PartName="/{name}" ContentType="{_TYPES[name]}"/>' for name in parts if name in _TYPES]
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{"".join(rows)}</Types>'.encode()


def _package_relations() -> bytes:
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return _relations(
        [
            ("rId1", "officeDocument", "word/document.xml"),
            ("rId2", core, "docProps/core.xml"),
            ("rId3", "extended-properties", "docProps/app.xml"),
            ("rId4", "custom-properties", "docProps/custom.xml"),
        ]
    )


def _document_relations(document: Document, photos: list[Photo]) -> bytes:
    relations: list[Relation] = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "settings", "settings.xml"),
        ("rId3", "fontTable", "fontTable.xml"),
        ("rId4", "customXml", "../customXml/item1.xml"),
        ("rIdF1", "footer", "footer1.xml"),
        ("rIdF2", "footer", "footer2.xml"),
    ]
    if document.mark:
        relations.append(("rIdH1", "header", "header1.xml"))
    relations += [(f"rIdP{n}", "image", f"media/{photo_name(photo, n)}") for n, photo in enumerate(photos, 1)]
    return _relations(relations)


def _relations(relations: list[Relation]) -> bytes:
    rows = "".join(
        f'<Relationship Id="{identity}" Type={quoteattr(kind if ":" in kind else f"{_OFFICE}/relationships/{kind}")}'
        f' Target="{target}"/>'
        for identity, kind, target in relations
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'.encode()


def _item_properties() -> bytes:
    return (
        f'{_HEAD}<ds:datastoreItem ds:itemID="{{6B1C9E0A-5F0D-4B5E-9C55-7C1D20F2A001}}"'
        f' xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:tongxin:figures"/>'
        "</ds:schemaRefs></ds:datastoreItem>"
    ).encode()
