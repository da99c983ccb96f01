"""The member's home on the phone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from tongxin.activities.queries.on_now import Card, on_now
from tongxin.core import clock
from tongxin.core.calendar import festivals
from tongxin.core.todos import Todo, waiting
from tongxin.notices.queries.mine import unread
from tongxin.org.actor import Actor

LAST = 5


@dataclass(frozen=True)
class MemberHome:
    """What waits, what comes next, what was held last."""

    greeting: str
    todos: tuple[Todo, ...]
    coming: tuple[Card, ...]
    open: tuple[Card, ...]
    more: int
    held: tuple[Card, ...]
    year: int
    festival: str
    days_to_festival: int
    unread: int


def member_home(actor: Actor, now: datetime) -> MemberHome:
    """The page of a member, in a fixed number of queries."""
    on = on_now(actor, now)
    # Outings of other units are not the union's own activities.
    held = [card for month in on.months for card in month.cards if card.counted][:LAST]
    name, days = _next_festival(clock.today(now))
    todos = tuple(waiting(actor, now, office=False))
    # What waits for a day stands in the place of the next activity where there is none.
    more = len(on.later) + (len(on.open) if on.next else max(0, len(on.open) - LAST))
    coming, undated = tuple(on.next), tuple(on.open[:LAST])
    hello = greeting(actor.name, now)
    return MemberHome(hello, todos, coming, undated, more, tuple(held), on.year, name, days, unread(actor))


def greeting(name: str, now: datetime) -> str:
    """`陈静，下午好`."""
    hour = clock.local(now).hour
    if hour < 11:
        return _("%(name)s，早上好") % {"name": name}
    if hour < 13:
        return _("%(name)s，中午好") % {"name": name}
    return (_("%(name)s，下午好") if hour < 18 else _("%(name)s，晚上好")) % {"name": name}


def _next_festival(today: date) -> tuple[str, int]:
    coming = [feast for year in (today.year, today.year + 1) for feast in festivals(year) if feast.day > today]
    nearest = min(coming, key=lambda feast: feast.day)
    return nearest.label, (nearest.day - today).days
