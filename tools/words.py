"""The English catalogue. Chinese is the source; `make words` brings new strings in and drops those that went.

`python -m tools.words` updates, `… check` lists what is missing, stale or ill-matched, `… compile` compiles.
"""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.extract import PACKAGE, found
from tools.progress import told

LOCALE = PACKAGE / "locale"
ENGLISH = LOCALE / "en" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[#0 +-]*\d*(?:\.\d+)?[a-zA-Z]|%[sdif]|\{\w*\}")
NOISE = (b'"Project-Id', b'"Report-Msgid', b'"Last-Translator', b'"Language-Team', b'"Generated-By')
Key = tuple[str | None, tuple[str, ...]]


def update(path: Path = ENGLISH) -> Catalog:
    """Bring the catalogue in line with the source, keeping every translation whose Chinese still stands there."""
    catalog = read(path)
    catalog.update(found(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    write(catalog, path)
    return catalog


def faults(path: Path = ENGLISH) -> list[str]:
    """What is wrong with the catalogue, a line each; none when every string has English that fits."""
    catalog = read(path)
    here, there = _keyed(found()), _keyed(catalog)
    lines = [f"not in the catalogue: {_shown(key)}" for key in here if key not in there]
    lines += [f"no longer in the source: {_shown(key)}" for key in there if key not in here]
    for key, message in there.items():
        if message.fuzzy or not all(_strings(message)):
            lines.append(f"no English: {_shown(key)}")
        elif not _fits(key[1], _strings(message)):
            lines.append(f"placeholders differ: {_shown(key)} → {' / '.join(_strings(message))}")
    return sorted(lines)


def read(path: Path) -> Catalog:
    """The catalogue in a file."""
    with path.open("rb") as file:
        return read_po(file, locale="en", charset="utf-8")


def write(catalog: Catalog, path: Path) -> None:
    """Write without line numbers, tools' versions or empty fields, so that a change shows as small as it is."""
    buffer = BytesIO()
    write_po(buffer, catalog, width=120, include_lineno=False, ignore_obsolete=True)
    lines = buffer.getvalue().splitlines(keepends=True)
    path.write_bytes(b"".join(line for line in lines if not line.startswith(NOISE)))


def compile_all() -> None:
    """Compile every catalogue beside itself."""
    for source in LOCALE.glob("*/LC_MESSAGES/*.po"):
        with source.with_suffix(".mo").open("wb") as file:
            write_mo(file, read(source))


def _keyed(catalog: Catalog) -> dict[Key, Message]:
    return {(message.context or None, _ids(message)): message for message in catalog if message.id}


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string or "",) if isinstance(message.string, str | None) else tuple(message.string)


def _fits(ids: tuple[str, ...], strings: tuple[str, ...]) -> bool:
    """English may leave a placeholder out of a plural form (“one member”), but never add one nor, alone, drop one."""
    wanted = set(PLACEHOLDER.findall(" ".join(ids)))
    given = [set(PLACEHOLDER.findall(string)) for string in strings]
    return given[-1] == wanted and all(one <= wanted for one in given)


def _shown(key: Key) -> str:
    context, ids = key
    return (f"[{context}] " if context else "") + " / ".join(ids)


def main() -> int:
    """The command line."""
    act = sys.argv[1].lstrip("-") if len(sys.argv) > 1 else "update"
    if act == "compile":
        compile_all()
        return 0
    if act == "update":
        catalog = update()
        compile_all()
        left = sum(1 for message in catalog if message.id and not all(_strings(message)))
        print(f"{len(catalog)} strings, {left} without English in {ENGLISH.relative_to(PACKAGE.parent)}")
        return 0
    lines = faults()
    print("\n".join(lines) or "every string has its English")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(told(main))
