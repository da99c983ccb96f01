"""Photos as inline drawings."""

from __future__ import annotations

from tongxin.core.papers import form
from tongxin.core.papers.document import Photo
from tongxin.core.papers.docx.xml import NAMESPACES, Element, el

_EMU_PER_MM = 36_000


def photo_name(photo: Photo, number: int) -> str:
    """The file's name inside the package."""
    return f"image{number}.{'png' if photo.media_type == 'image/png' else 'jpeg'}"


def drawing(photo: Photo, number: int) -> Element:
    """The picture with relationship `rIdP<number>`, never wider than the type area."""
    scale = min(1.0, form.AREA_MM[0] / photo.width_mm) * _EMU_PER_MM
    size = {"cx": round(photo.width_mm * scale), "cy": round(photo.height_mm * scale)}
    name = photo_name(photo, number)
    blip = el("a:blip")
    blip.set(f"{{{NAMESPACES['r']}}}embed", f"rIdP{number}")
    picture = el(
        "pic:pic",
        el("pic:nvPicPr", el("pic:cNvPr", id=number, name=name), el("pic:cNvPicPr")),
        el("pic:blipFill", blip, el("a:stretch", el("a:fillRect"))),
        el(
            "pic:spPr",
            el("a:xfrm", el("a:off", x=0, y=0), el("a:ext", **size)),
            el("a:prstGeom", el("a:avLst"), prst="rect"),
        ),
    )
    return el(
        "w:drawing",
        el(
            "wp:inline",
            el("wp:extent", **size),
            el("wp:docPr", id=number, name=name),
            el("a:graphic", el("a:graphicData", picture, uri=NAMESPACES["pic"])),
            distT=0,
            distB=0,
            distL=0,
            distR=0,
        ),
    )
