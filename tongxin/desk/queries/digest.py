"""What the weekly letter to one person says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tongxin.activities.queries.on_now import Card, on_now
from tongxin.core import clock
from tongxin.core.todos import Todo, waiting
from tongxin.notices.queries.mine import Line, newest_unread
from tongxin.org.models import Person
from tongxin.org.queries.actor import actor_of

AHEAD = timedelta(days=14)


@dataclass(frozen=True)
class Digest:
    """What waits (under either hat), what comes within two weeks, what is unread."""

    name: str
    todos: tuple[Todo, ...]
    coming: tuple[Card, ...]
    unread: tuple[Line, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write about."""
        return not (self.todos or self.coming or self.unread)


def digest(person: Person, now: datetime) -> Digest:
    """The letter of a person with a sign-in; for all others only notices could be told, and they cannot be opened."""
    assert person.user is not None
    today = clock.today(now)
    member, officer = (actor_of(person.user, today=today, office=hat) for hat in (False, True))
    todos = waiting(member, now, office=False)
    if officer.in_office:
        todos += waiting(officer, now, office=True)
    on = on_now(member, now)
    coming = (card for card in (*on.next, *on.later) if card.day and card.day <= today + AHEAD and not card.off)
    told = {todo.url for todo in todos}
    unread = [
        line for line in newest_unread(person.pk) if not any(url.endswith(f"/notices/{line.pk}/") for url in told)
    ]
    return Digest(person.name, tuple(todos[:20]), tuple(coming), tuple(unread))
