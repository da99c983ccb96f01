"""Elements of the DOCX parts, written short."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
FIGURES = "urn:tongxin:figures"

Element: TypeAlias = etree._Element


def el(name: str, /, *children: Element | None, **attributes: object) -> Element:
    """`el("w:ind", firstLine=632)`: the element with its attributes in its own namespace, children in order, None left
    out. Only WordprocessingML qualifies its attributes; the drawing namespaces do not."""
    prefix, local = name.split(":")
    space = NAMESPACES[prefix]
    element = etree.Element(f"{{{space}}}{local}", nsmap={prefix: space})
    for key, value in attributes.items():
        element.set(f"{{{space}}}{key}" if prefix == "w" else key, str(value))
    element.extend(child for child in children if child is not None)
    return element


def part(root: Element) -> bytes:
    """The bytes of a part whose root declares the namespaces once."""
    top = etree.Element(root.tag, attrib=dict(root.attrib), nsmap=NAMESPACES)
    top.extend(list(root))
    etree.cleanup_namespaces(top, top_nsmap=NAMESPACES, keep_ns_prefixes=["w", "r"])
    return serialised(top)


def serialised(root: Element) -> bytes:
    """UTF-8 with the declaration that Word expects."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)
