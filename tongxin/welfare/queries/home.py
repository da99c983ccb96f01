"""What there is of welfare for a member."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from tongxin.core.todos import Todo, waiting
from tongxin.welfare.access import rounds_for
from tongxin.welfare.models import Entitled, Round

MOST = 40


@dataclass(frozen=True)
class HomeLine:
    """A round in the list: `mine`: the reader is entitled; `done`: closed or called off."""

    round: Round
    mine: bool
    done: bool


@dataclass(frozen=True)
class Home:
    """What waits for the reader now, rounds that go on, and past ones, the newest first."""

    waits: tuple[Todo, ...]
    now: tuple[HomeLine, ...]
    past: tuple[HomeLine, ...]


def home_of(actor: Any, now: datetime) -> Home:
    """The member's page: what any app has waiting here, and the rounds. Two queries and those of the to-dos."""
    here = reverse("welfare:rounds")
    waits = tuple(todo for todo in waiting(actor, now, office=False) if todo.url.startswith(here))
    rounds = list(rounds_for(actor).select_related("unit").order_by("-gives_on", "-pk")[:MOST])
    mine = set(
        Entitled.objects.filter(Entitled.standing(), person=actor.person_id, round__in=rounds).values_list(
            "round", flat=True
        )
    )
    over = (Round.State.CLOSED, Round.State.CANCELLED)
    lines = [HomeLine(round, round.pk in mine, round.state in over) for round in rounds]
    return Home(waits, tuple(line for line in lines if not line.done), tuple(line for line in lines if line.done))
