"""A block as one line that can be typed: chips become tokens `{activities.held}`, real braces are doubled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from tongxin.report.rules.body import Chip, Run, Text, tidy
from tongxin.report.rules.chips import parse

_PIECES = re.compile(r"\{\{|\}\}|\{([^{}\n]{0,120})\}|[{}]")


class BadToken(ValueError):
    """A token that names no figure; `token` is what was typed, `lone` whether it is only a brace without its partner."""

    def __init__(self, token: str, *, lone: bool = False) -> None:
        super().__init__(token)
        self.token = token
        self.lone = lone


def write(runs: Iterable[Run]) -> str:
    """`实际有效开展{activities.held}。`"""
    return "".join(_double(run.t) if isinstance(run, Text) else f"{{{run.ref}}}" for run in runs)


def read(line: str, chip: Callable[[str], Chip | None], kind: str = "p") -> tuple[Run, ...]:
    """The runs of a typed line. `chip` gives the chip of a reference, or None where there is no such figure.

    Words typed by hand stay words, also where they look like a figure. Raises BadToken.
    """
    runs: list[Run] = []
    place = 0
    for found in _PIECES.finditer(line):
        runs.append(Text(line[place : found.start()]))
        runs.append(_piece(found, chip))
        place = found.end()
    runs.append(Text(line[place:]))
    return tidy(runs, kind)


def _piece(found: re.Match[str], chip: Callable[[str], Chip | None]) -> Run:
    whole = found.group()
    if whole in ("{{", "}}"):
        return Text(whole[0])
    if found.group(1) is None:
        raise BadToken(whole, lone=True)
    reference = parse(found.group(1).strip())
    made = chip(str(reference)) if reference else None
    if made is None:
        raise BadToken(whole)
    return made


def _double(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")
