"""The page on which a member rates with one tap."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from tongxin.ballots.models import BallotBox
from tongxin.ballots.queries.faces import Face, faces


@dataclass(frozen=True)
class RatePage:
    """What the page is about, the way back from it, whether an answer came and whether one is still taken.

    `public`: what is shown is shown to members too, not only to officers.
    """

    title: str
    under: str
    back_url: str
    back: str
    answered: bool
    open: bool
    closes_at: datetime
    public: bool = False
    faces: tuple[Face, ...] = field(default_factory=faces)


def rate_page(
    box: BallotBox,
    answered: bool,
    now: datetime,
    *,
    title: str,
    under: str,
    back_url: str,
    back: str,
    public: bool = False,
) -> RatePage:
    """The page of a person who was asked. No query."""
    return RatePage(title, under, back_url, back, answered, box.is_open(now), box.closes_at, public)
