"""Opening a DOCX that came from outside: bounded, and nothing in it is fetched, run or expanded."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _
from lxml import etree

from tongxin.core.refusals import Refused

LARGEST_FILE = 30 * 2**20
LARGEST_PART = 16 * 2**20
LARGEST_WHOLE = 200 * 2**20
MOST_PARTS = 4000
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
# Word's "strict" files use another name for the same language.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Source = Path | BinaryIO | bytes


class Opened:
    """The parts of a DOCX, read one by one. Refuses: `paper.not_docx`, `paper.too_large`."""

    def __init__(self, source: Source) -> None:
        data = _bytes(source)
        if data.startswith(_OLE):
            raise Refused(
                "paper.not_docx",
                _("这是旧版 .doc 或加了密码的文件，没有读取。请在 Word 或 WPS 里去掉密码，另存为 .docx 再上传。"),
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise not_docx() from error
        entries = self._zip.infolist()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
            raise too_large()
        self._entries = {entry.filename.lstrip("/"): entry for entry in entries}

    def xml(self, name: str) -> etree._Element | None:
        """The part's root, or None when there is no such part."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        data = self._inflated(entry)
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            remove_comments=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise not_docx() from error
        if root.getroottree().docinfo.doctype:
            raise not_docx()
        return root

    def related(self, part: str, kind: str) -> list[str]:
        """Names of the parts that `part` ("" for the package) points to with a relation whose type ends in `kind`."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return []
        return [
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            for relation in root.iter(f"{{{_RELATIONS}}}Relationship")
            if relation.get("Type", "").endswith("/" + kind) and relation.get("TargetMode") != "External"
        ]

    def _inflated(self, entry: zipfile.ZipInfo) -> bytes:
        """At most what a part may hold, whatever the directory of the zip claims."""
        if entry.file_size > LARGEST_PART:
            raise too_large()
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(LARGEST_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            NotImplementedError,
            EOFError,
            OSError,
            ValueError,
        ) as error:
            raise not_docx() from error
        if len(data) > LARGEST_PART:
            raise too_large()
        return data


def not_docx() -> Refused:
    """The file is something else, or broken."""
    return Refused(
        "paper.not_docx", _("这个文件不是完好的 .docx，没有读取。请在 Word 或 WPS 里打开它，另存为 .docx 再上传。")
    )


def too_large() -> Refused:
    """The file, or what it unpacks to, is beyond any paper."""
    limit = LARGEST_FILE // 2**20
    return Refused(
        "paper.too_large",
        _("文件太大，没有读取。文稿连同照片不能超过 %(limit)s MB；请压缩照片再上传。") % {"limit": limit},
        limit=limit,
    )


def _bytes(source: Source) -> bytes:
    if isinstance(source, bytes):
        data = source
    elif isinstance(source, Path):
        with source.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    else:
        data = source.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise too_large()
    return data
