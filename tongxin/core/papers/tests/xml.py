"""Looking into a written DOCX."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from tongxin.core.papers import Document
from tongxin.core.papers.docx import docx_bytes
from tongxin.core.papers.docx.xml import NAMESPACES as NS

W = f"{{{NS['w']}}}"


def part(document: Document, name: str) -> etree._Element:
    """The root of one part."""
    with zipfile.ZipFile(io.BytesIO(docx_bytes(document))) as archive:
        return etree.fromstring(archive.read(name))


def values(element: etree._Element, path: str) -> list[dict[str, str]]:
    """Attributes, without their namespace, of every element the path finds."""
    return [
        {key.rpartition("}")[2]: value for key, value in found.attrib.items()} for found in element.iterfind(path, NS)
    ]


def rewritten(data: bytes, name: str, change) -> bytes:
    """The same file with one part changed, as an office program would."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, change(old.read(entry)) if entry == name else old.read(entry))
    return target.getvalue()
