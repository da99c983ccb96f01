"""What a file is by its first bytes and its ending: names alone are not believed, and neither are browsers."""

from __future__ import annotations

from typing import Final

PHOTOS: Final = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_BY_ENDING: Final[dict[str, tuple[bytes, str]]] = {
    "pdf": (b"%PDF-", "application/pdf"),
    "docx": (_ZIP, f"{_OFFICE}wordprocessingml.document"),
    "xlsx": (_ZIP, f"{_OFFICE}spreadsheetml.sheet"),
    "pptx": (_ZIP, f"{_OFFICE}presentationml.presentation"),
    "doc": (_OLE, "application/msword"),
    "xls": (_OLE, "application/vnd.ms-excel"),
    "ppt": (_OLE, "application/vnd.ms-powerpoint"),
    "jpg": (b"\xff\xd8\xff", "image/jpeg"),
    "jpeg": (b"\xff\xd8\xff", "image/jpeg"),
    "png": (b"\x89PNG\r\n\x1a\n", "image/png"),
}
SHEETS: Final = frozenset({"xlsx", "xls"})


def paper_type(name: str, head: bytes) -> str | None:
    """The type of a paper whose ending and first bytes agree; None for anything else."""
    start, content_type = _BY_ENDING.get(ending(name), (b"", None))
    return content_type if content_type and head.startswith(start) else None


def ending(name: str) -> str:
    """`名单.XLSX` → `xlsx`."""
    return name.rpartition(".")[2].lower()


def plain_name(name: str) -> str:
    """The name without folders and without characters that have no shape, at most 200."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(char for char in last if char.isprintable()).strip()[-200:]
