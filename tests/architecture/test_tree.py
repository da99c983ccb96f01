"""What every file keeps to: small, and silent about the machine it was written on."""

import re
from pathlib import Path

from tests.architecture.tree import files, name

LONGEST = 400
BINARY = (".png", ".jpg", ".ico", ".woff2", ".otf", ".ttf", ".xlsx", ".xls", ".docx", ".pdf", ".mo", ".sqlite3", ".pyc")
# One letter of each is in brackets so that this file does not find itself.
MACHINE = re.compile(r"/w[o]rk/(main|shared|\.)|/r[o]ot/|/h[o]me/(?!tongxin)\w+/")
REGISTRY = re.compile(r"pypi\.[o]rg/simple|pyth[o]nhosted|registry\.npmj[s]|npmmirr[o]r|deb\.debia[n]\.org")


def text(path: Path) -> str:
    return "" if path.name.endswith(BINARY) else path.read_text(encoding="utf-8", errors="replace")


def test_no_file_names_a_machine_or_a_registry():
    named = [
        f"{name(path)}:{number}: {line.strip()[:80]}"
        for path in files()
        for number, line in enumerate(text(path).splitlines(), 1)
        if MACHINE.search(line) or REGISTRY.search(line)
    ]
    assert named == []


def test_no_module_is_long():
    lengths = {name(path): len(text(path).splitlines()) for path in files(".py") if "migrations" not in path.parts}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_the_npm_lock_names_no_addresses():
    lock = next(path for path in files("package-lock.json"))
    assert "resolved" not in lock.read_text(encoding="utf-8")
