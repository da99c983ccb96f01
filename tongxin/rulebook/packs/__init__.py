"""The packs that ship with the product: rules of one place each, as readable files."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from tongxin.rulebook.rules.pack import Content, read


def shipped() -> Iterator[Content]:
    """Every rule of every pack."""
    for file in sorted(files(__name__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            yield from read(file.read_text(encoding="utf-8"))
