"""The three buttons."""

from __future__ import annotations

from dataclasses import dataclass

from tongxin.ballots.models import Rating


@dataclass(frozen=True)
class Face:
    """A button: what is sent, what it says, its drawing."""

    value: str
    label: str
    art: str


def faces() -> tuple[Face, ...]:
    """The buttons, from 满意 down, in the reader's language."""
    return tuple(Face(rating.value, str(rating.label), f"ui/art/face-{rating.value}.svg.html") for rating in Rating)
