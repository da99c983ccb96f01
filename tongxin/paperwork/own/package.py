"""A Word file from outside, before it becomes a template: no macros, nothing embedded, nothing fetched when it is opened."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

from django.utils.translation import gettext as _

from tongxin.core.papers.opened import Opened, not_docx
from tongxin.core.refusals import Refused

_MACROS: Final = re.compile(r"vbaProject|vbaData|activeX|\.bin$", re.IGNORECASE)
_EMBEDDED: Final = re.compile(r"/embeddings/|oleObject|\.(docm|dotm|exe|html?)$", re.IGNORECASE)
_FIELDS: Final = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON)\b", re.IGNORECASE
)
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def require_plain_docx(data: bytes) -> None:
    """Refuses: `paper.not_docx`, `paper.too_large`, `template.macros`, `template.links_out`."""
    opened = Opened(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    types = opened.xml("[Content_Types].xml")
    if types is None or opened.xml("word/document.xml") is None:
        raise not_docx()
    kinds = " ".join(str(each.get("ContentType", "")) for each in types)
    if "macroEnabled" in kinds or any(_MACROS.search(name) for name in names):
        raise Refused(
            "template.macros", _("这个文件里有宏，没有收。在 Word 里另存为不带宏的 .docx 再传。"), field="upload"
        )
    if any(_EMBEDDED.search(name) for name in names) or any(_reaches_out(opened, name) for name in names):
        sentence = _("这个文件里嵌着别的文件，或者打开时要去外面取东西，没有收。去掉它们再传。")
        raise Refused("template.links_out", sentence, field="upload")


def _reaches_out(opened: Opened, name: str) -> bool:
    if name.endswith(".rels"):
        root = opened.xml(name)
        return root is not None and any(
            (each.get("TargetMode") == "External" and not str(each.get("Type", "")).endswith("/hyperlink"))
            or str(each.get("Type", "")).endswith("/aFChunk")
            for each in root
        )
    if not (name.startswith("word/") and name.endswith(".xml")):
        return False
    root = opened.xml(name)
    if root is None:
        return False
    words = " ".join(element.text or "" for element in root.iter(f"{{{_WORD}}}instrText"))
    simple = " ".join(element.get(f"{{{_WORD}}}instr", "") for element in root.iter(f"{{{_WORD}}}fldSimple"))
    return bool(_FIELDS.search(f"{words} {simple}"))
