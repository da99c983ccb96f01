"""docProps: who, when, and what the file belongs to."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from tongxin.core.papers.document import Document, one_line

_CORE = (
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
    "http://www.w3.org/2001/XMLSchema-instance",
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def core_part(document: Document) -> bytes:
    """Title, issuer as creator, the paper's own day as the time of creation (never the clock's)."""
    core, dc, terms, xsi = _CORE
    title, issuer = escape(one_line(document.title)), escape(one_line(document.issuer))
    when = f"{document.day.isoformat()}T00:00:00Z" if document.day else ""
    stamps = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{when}</dcterms:{name}>' for name in ("created", "modified") if when
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{core}" xmlns:dc="{dc}" xmlns:dcterms="{terms}" xmlns:xsi="{xsi}">'
        f"<dc:title>{title}</dc:title><dc:creator>{issuer}</dc:creator>"
        f"<cp:lastModifiedBy>{issuer}</cp:lastModifiedBy>{stamps}</cp:coreProperties>"
    ).encode()


def app_part() -> bytes:
    """The program's name and nothing that changes."""
    return f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties"><Application>Tongxin</Application></Properties>'.encode()


def custom_part(properties: dict[str, str]) -> bytes:
    """The document's own properties, in the order of their names."""
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name={quoteattr(one_line(name))}>'
        f"<vt:lpwstr>{escape(one_line(value))}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(sorted(properties.items()), 2)
    )
    return (
        f'{_HEAD}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">{rows}</Properties>'
    ).encode()
