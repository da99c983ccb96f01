"""Every string the product marks for translation, from Python and from templates, with no gettext tools."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

from tools.progress import ROOT

PACKAGE = ROOT / "tongxin"
LAZY = ("gettext", "ngettext", "pgettext", "npgettext")
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    **{f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in LAZY},
    "gettext_noop": None,
}


def sources() -> Iterator[Path]:
    """Python modules and templates that may hold words: all of the package but tests and migrations."""
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix not in {".py", ".html", ".txt"} or not path.is_file():
            continue
        inner = path.relative_to(PACKAGE).parts
        if path.suffix != ".py" and "templates" not in inner:
            continue
        if not {"tests", "migrations", "static", "assets"} & set(inner):
            yield path


def found() -> Catalog:
    """A catalogue of what the source holds now, each message with the files it stands in."""
    catalog = Catalog(locale="en", charset="utf-8", fuzzy=False)
    for path in sources():
        where = path.relative_to(ROOT).as_posix()
        for _line, message, comments, context in extract(
            "python", _python(path), KEYWORDS, comment_tags=("Translators",)
        ):
            catalog.add(message, None, [(where, 1)], auto_comments=comments, context=context)
    return catalog


def _python(path: Path) -> BytesIO:
    """The file as Python; a template becomes calls of gettext with everything else blanked out."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        blanked = templatize(text, origin=str(path))
        text = "\n".join(line.strip() for line in blanked.splitlines())
    return BytesIO(text.encode())
