"""What people said of a round: asked of members, shown to all in steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.ballots.queries.asking import RatePage, rate_page
from tongxin.ballots.queries.counts import Counts, counts_of
from tongxin.ballots.queries.faces import Face, faces
from tongxin.ui.words import day as day_words
from tongxin.welfare.access import asked_line, may_run
from tongxin.welfare.models import Asked, Box, Round


@dataclass(frozen=True)
class Result(Counts):
    """The shown state of a round's box; `round` with nothing asked yet where `may_ask`."""

    round: Round | None = None
    may_ask: bool = False


@dataclass(frozen=True)
class Question:
    """The panel that asks a member."""

    round: Round
    closes_at: datetime
    faces: tuple[Face, ...]


def page_of(line: Asked, now: datetime) -> RatePage:
    """The page of a person who was asked."""
    round = line.round
    return rate_page(
        round.box, line.answered, now, title=round.title, under=day_words(round.gives_on),
        back_url=reverse("welfare:round", args=[round.pk]), back=_("回到这次福利"), public=True,
    )  # fmt: skip


def home_question(actor: Any, round: Round, now: datetime) -> Question | None:
    """The panel on the member's page while there is something to answer. One query."""
    line = asked_line(actor, round.pk) if round.state in (Round.State.HANDING, Round.State.CLOSED) else None
    if line is None or line.answered or not line.round.box.is_open(now):
        return None
    return Question(round, line.round.box.closes_at, faces())


def home_result(actor: Any, round: Round, now: datetime) -> Result | None:
    """What members see of it, once five have answered. One query."""
    result = result_of(round, now)
    return result if result is not None and result.answers else None


def desk_result(actor: Any, round: Round, now: datetime) -> Result | None:
    """The panel at the desk; while packs are handed out and nobody was asked yet, the offer to ask. One query."""
    if round.state not in (Round.State.HANDING, Round.State.CLOSED):
        return None
    result = result_of(round, now)
    if result is None and may_run(actor, round):
        return Result(0, 0, "", "", (), (), None, round=round, may_ask=True)
    return result


def result_of(round: Round, now: datetime) -> Result | None:
    """The result of a round; None where nobody was asked. One query."""
    box = Box.objects.filter(round=round).first()
    return Result(**vars(counts_of(box, now)), round=round) if box else None


def to_rate(actor: Any, now: datetime) -> list[Asked]:
    """Rounds the actor was asked about and has not answered, the first to close at the top. One query."""
    if actor.person_id is None:
        return []
    lines = Asked.objects.filter(
        person=actor.person_id, answered=False, round__box__closed_at=None, round__box__closes_at__gt=now
    )
    return list(lines.select_related("round__box").order_by("round__box__closes_at", "id"))
