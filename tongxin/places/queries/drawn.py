"""A draw that was held, read back from what was published."""

from __future__ import annotations

from pathlib import Path

from tongxin.places.models import Draw
from tongxin.places.rules import drawing
from tongxin.places.rules.drawing import Entrant


def drawn_order(draw: Draw) -> list[Entrant]:
    """The entries of the frozen list in the order of the draw."""
    entrants = {each.key: each for each in drawing.read_roll(draw.roll)}
    return [entrants[key] for key in drawing.order(draw.seed, draw.word, draw.roll)]


def program(draw: Draw) -> str:
    """A program that checks the commitment and prints the order, with plain Python alone."""
    rules = Path(drawing.__file__).read_text(encoding="utf-8")
    given = f"\nSEED = {draw.seed!r}\nWORD = {draw.word!r}\nCOMMITMENT = {draw.commitment!r}\nROLL = {draw.roll!r}\n"
    return rules + given + "\nassert commitment(SEED) == COMMITMENT\nprint(*order(SEED, WORD, ROLL))\n"
