"""What a file is, told from its first bytes: the extension is not believed."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from tongxin.core.sheets.notices import not_a_spreadsheet

Kind = Literal["zip", "ole", "html", "text"]

STRANGERS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"{\\rtf", "word"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
)
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26})


def sniff(path: Path) -> Kind:
    """The family of the file at `path`. Refuses: `sheet.not_a_spreadsheet`."""
    with path.open("rb") as file:
        head = file.read(8192)
    if head.startswith(b"PK"):
        return "zip"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "ole"
    for mark, kind in STRANGERS:
        if head.startswith(mark):
            raise not_a_spreadsheet(kind)
    return _sniff_text(head)


def _sniff_text(head: bytes) -> Kind:
    if head.startswith(WIDE_MARKS):
        return "text"
    if len(head.translate(None, CONTROL)) < len(head):
        raise not_a_spreadsheet()
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start and start.startswith(b"<?xml"):
        raise not_a_spreadsheet("other_format")
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<head")) or (
        start[:1] == b"<" and b"<table" in start
    ):
        return "html"
    return "text"
