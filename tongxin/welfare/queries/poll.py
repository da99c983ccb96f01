"""A poll as members answer it and as it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef

from tongxin.ballots.queries.counts import FEW, Bar, bar
from tongxin.ballots.rules.showing import STEP
from tongxin.org.models import Unit
from tongxin.welfare.access import is_polled, may_run
from tongxin.welfare.models import Poll, Polled, Round
from tongxin.welfare.rules.life import IN_THE_MAKING


@dataclass(frozen=True)
class PollPage:
    """A poll: `bars` of the shown state (the most wanted first), `shown` how many answers stand in it, 0: too few yet."""

    poll: Poll
    options: tuple[tuple[int, str], ...]
    answered: bool
    open: bool
    over: bool
    shown: int
    bars: tuple[Bar, ...]
    wishes: tuple[str, ...]
    least: int = STEP
    runs: bool = False

    @property
    def first(self) -> tuple[str, ...]:
        """The wishes a panel has room for."""
        return self.wishes[:FEW]

    @property
    def wanted(self) -> tuple[str, ...]:
        """What most people ticked: all that at least half of the most wanted have."""
        most = self.bars[0].count if self.bars else 0
        return tuple(each.label for each in self.bars if most and each.count * 2 >= most)


def poll_page(actor: Any, poll: Poll, now: datetime) -> PollPage:
    """The poll of a person who is asked. Two queries."""
    answered = Polled.objects.filter(poll=poll, person=actor.person_id).exists()
    return _page(poll, poll.round, now, answered=answered)


def poll_of(round: Round, now: datetime, *, runs: bool = False) -> PollPage | None:
    """The poll of a round as it is read, None where there is none. Two queries."""
    poll = Poll.objects.filter(round=round).first()
    return _page(poll, round, now, runs=runs) if poll else None


def desk_panel(actor: Any, round: Round, now: datetime) -> PollPage | Round | None:
    """The panel at the desk: the poll, or the offer to put one while the round is in the making."""
    runs = may_run(actor, round)
    page = poll_of(round, now, runs=runs)
    if page is not None and (runs or page.poll.set_at is not None):
        return page
    return round if runs and page is None and round.state in IN_THE_MAKING else None


def home_panel(actor: Any, round: Round, now: datetime) -> PollPage | None:
    """What came of the poll, for members once it is over and five have answered."""
    page = poll_of(round, now)
    return page if page is not None and page.over and page.shown else None


def to_answer(actor: Any, now: datetime) -> list[Poll]:
    """Polls that ask the actor and that the actor has not answered, the first to close at the top. Two queries, as a rule."""
    if actor.person_id is None or not actor.unit_path:
        return []
    steps = actor.unit_path.rstrip(".").split(".")
    above = [".".join(steps[:depth]) + "." for depth in range(1, len(steps) + 1)]
    told = Poll.objects.filter(told_at__isnull=False, closes_at__gt=now, round__state__in=tuple(IN_THE_MAKING))
    own = told.filter(round__unit__in=Unit.objects.filter(path__in=above).values("pk"))
    rows = own.exclude(Exists(Polled.objects.filter(poll=OuterRef("pk"), person=actor.person_id)))
    rows = rows.select_related("round__unit").order_by("closes_at", "pk")
    return [poll for poll in rows if is_polled(actor, poll, now)]


def _page(poll: Poll, round: Round, now: datetime, *, answered: bool = False, runs: bool = False) -> PollPage:
    options = list(poll.options.all())
    bars = sorted((bar(each.label, each.shown, poll.shown) for each in options), key=lambda each: -each.count)
    return PollPage(
        poll, tuple((each.pk, each.label) for each in options), answered, poll.is_open(now) and round.state in IN_THE_MAKING, poll.is_over(now), poll.shown,
        tuple(bars), tuple(poll.shown_wishes), runs=runs,
    )  # fmt: skip
