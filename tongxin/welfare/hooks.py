"""What apps above may have a say in, asked for by name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tongxin.core.registry import Registry
from tongxin.ui import panels as panels_of
from tongxin.welfare.models import Round


@dataclass(frozen=True)
class Turned:
    """An act that has just been done to a round, inside its transaction: what stood before in the fields it changed.

    `act` is one of `rules.life.ACTS`: submit, approve, send_back, open_choosing, close_choosing, hand_out, close, cancel, strike …
    `people` are the persons it was about (add, strike).
    """

    act: str
    round: Round
    before: Mapping[str, Any]
    words: str
    actor: Any
    now: datetime
    people: tuple[int, ...] = ()


@dataclass(frozen=True)
class Follower:
    """An app that has something to do after acts on rounds."""

    key: str
    after: Callable[[Turned], None]


followers: Registry[Follower] = Registry("follower of welfare rounds")


@dataclass(frozen=True)
class Blocker:
    """An app that knows what still stands against an act on a round (“close” while receipts are open): a sentence, or None."""

    key: str
    against: Callable[[str, Round], str | None]


blockers: Registry[Blocker] = Registry("blocker of welfare rounds")


@dataclass(frozen=True)
class Recipients:
    """An app's answer to “who received a pack of these rounds?”: pairs of round and person, once each; and to who gave it away."""

    key: str
    ask: Callable[[Collection[int]], Sequence[tuple[int, int]]]
    gave: Callable[[Collection[int]], Sequence[tuple[int, int]]] = lambda rounds: ()


recipients: Registry[Recipients] = Registry("recipients of welfare rounds")


def recipients_of(round: Round) -> set[int]:
    """Persons who received a pack of this round, as far as any app knows."""
    return {person for each in recipients for _round, person in each.ask([round.pk])}


def givers_of(round: Round) -> set[int]:
    """Persons whose pack of this round went to others."""
    return {person for each in recipients for _round, person in each.gave([round.pk])}


# A part of the page of a welfare round that another app fills.
Panel = panels_of.Panel[Round]
panels: Registry[Panel] = Registry("panel of a welfare round")


def shown(room: str, actor: Any, round: Round, now: datetime) -> dict[str, list[panels_of.Shown]]:
    """The panels of one round's page in that room, by where they stand."""
    return panels_of.shown(panels, room, actor, round, now)
