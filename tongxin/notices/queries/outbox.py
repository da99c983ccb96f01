"""What is on its way out, and what did not get there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count

from tongxin.notices.access import parcels_for
from tongxin.notices.models import Parcel
from tongxin.org.actor import Actor

PER_PAGE = 50
State = Parcel.State
STUCK = (State.FAILED, State.UNCLEAR)


@dataclass(frozen=True)
class Line:
    """A parcel as the page shows it: to whom (no address), what, how it went."""

    pk: int
    title: str
    to: str
    by_mail: bool
    state: str
    unclear: bool
    stuck: bool
    tries: int
    fault: str
    at: datetime


@dataclass(frozen=True)
class Outbox:
    """How many parcels are in each state, and those that need a person; then those that are tried again."""

    counts: tuple[tuple[str, int], ...]
    page: Page[Parcel]
    lines: tuple[Line, ...]


def outbox(actor: Actor, page: int = 1) -> Outbox:
    """Failed and unclear ones first, then what waits after a failed try. Three queries."""
    seen = parcels_for(actor)
    tallied = dict(seen.order_by().values_list("state").annotate(number=Count("pk")))
    rows = seen.filter(state__in=STUCK) | seen.filter(state=State.WAITING, tries__gt=0)
    ordered = rows.select_related("notice", "person", "robot__unit").order_by("state", "-pk")
    shown = Paginator(ordered, PER_PAGE).get_page(page)
    counts = tuple((str(state.label), tallied.get(state.value, 0)) for state in State)
    return Outbox(counts, shown, tuple(_line(parcel) for parcel in shown.object_list))


def _line(parcel: Parcel) -> Line:
    to = parcel.person.name if parcel.person else parcel.robot.name if parcel.robot else ""
    return Line(
        pk=parcel.pk, title=str(parcel), to=to, by_mail=parcel.person_id is not None,
        state=str(parcel.get_state_display()), unclear=parcel.state == State.UNCLEAR, stuck=parcel.state in STUCK,
        tries=parcel.tries, fault=parcel.fault, at=parcel.done_at or parcel.due_at,
    )  # fmt: skip
