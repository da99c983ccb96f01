"""What is on, for members: what comes, and what was done this year by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Final

from django.db.models import F, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from tongxin.activities.access import activities_for
from tongxin.activities.models import Activity, Organiser
from tongxin.activities.words import SHAPES
from tongxin.core.clock import today
from tongxin.org.actor import Actor
from tongxin.ui.words import listed

State = Activity.State
MOST: Final = 300
WITH_SCENE: Final = 3


@dataclass(frozen=True)
class Card:
    """An activity as a card or a line: `day` is None while the date is open, `until` only where it lasts longer."""

    pk: int
    title: str
    seal: str
    tone: str
    day: date | None
    until: date | None
    hour: object
    place: str
    by: str
    mode: str
    shape: str
    state: str
    off: bool
    persons: int | None
    counted: bool


@dataclass(frozen=True)
class Month:
    """A month with what was held in it, the latest first."""

    first: date
    cards: list[Card]


@dataclass(frozen=True)
class OnNow:
    """The page: `next` with a picture, `later` as lines, `open` without a day, `months` of the year that was asked."""

    year: int
    next: list[Card]
    later: list[Card]
    open: list[Card]
    months: list[Month]
    held: int
    before: int | None


def on_now(actor: Actor, now: datetime, year: int | None = None) -> OnNow:
    """What the actor may see, as a member sees it: called under the member's hat. Nine queries at most."""
    day = today(now)
    seen = activities_for(actor)
    year = year or _newest(seen, day) or day.year
    coming = [card_of(activity) for activity in _coming(seen, day)]
    dated, undated = [card for card in coming if card.day], [card for card in coming if not card.day]
    held = [card_of(activity) for activity in _held(seen, year, day)]
    months = [Month(first, list(cards)) for first, cards in groupby(held, key=_month)]
    before = seen.filter(state=State.DONE, year__lt=year).order_by("-year").values_list("year", flat=True).first()
    return OnNow(year, dated[:WITH_SCENE], dated[WITH_SCENE:], undated, months, len(held), before)


def card_of(activity: Activity) -> Card:
    """The card; organisers and category are loaded already."""
    leading = [each.unit.called for each in activity.organisers.all() if each.counts]
    until = activity.held_until or activity.ends_on
    return Card(
        pk=activity.pk, title=activity.title, seal=activity.category.seal, tone=activity.category.tone, day=activity.day,
        until=until if until != activity.day else None, hour=activity.starts_at, place=activity.place,
        by=listed(leading), mode=str(activity.get_mode_display()) if activity.mode != "on_site" else "",
        shape=SHAPES[activity.state], state=str(activity.get_state_display()),
        off=activity.state in (State.CANCELLED, State.MERGED), persons=activity.persons, counted=activity.category.counted,
    )  # fmt: skip


def _coming(seen: QuerySet[Activity], day: date) -> QuerySet[Activity]:
    ahead = (
        Q(starts_on__gte=day)
        | Q(ends_on__gte=day)
        | Q(state=State.UNDER_WAY)
        | Q(state=State.POSTPONED, starts_on=None)
    )
    live = (State.PUBLISHED, State.UNDER_WAY, State.POSTPONED, State.CANCELLED)
    return shown(seen.filter(ahead, state__in=live)).order_by(F("starts_on").asc(nulls_last=True), "id")[:MOST]


def _held(seen: QuerySet[Activity], year: int, day: date) -> QuerySet[Activity]:
    """Done ones, and those whose day has passed though nobody has written down yet what came of them."""
    over = Q(state=State.PUBLISHED, starts_on__lt=day) & (Q(ends_on=None) | Q(ends_on__lt=day))
    rows = seen.filter(Q(state=State.DONE) | over, year=year)
    return shown(rows).order_by(Coalesce("held_on", "starts_on").desc(), "-id")[:MOST]


def shown(rows: QuerySet[Activity]) -> QuerySet[Activity]:
    """The rows with what a card needs, in two queries."""
    return rows.select_related("category").prefetch_related(
        Prefetch("organisers", Organiser.objects.select_related("unit"))
    )


def _newest(seen: QuerySet[Activity], day: date) -> int | None:
    """The newest year, this one at most, that something was held in: in January people look for what was just held."""
    held = seen.filter(state=State.DONE, year__lte=day.year).order_by("-year")
    return held.values_list("year", flat=True).first()


def _month(card: Card) -> date:
    return (card.day or date.min).replace(day=1)
