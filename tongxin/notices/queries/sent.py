"""What an officer's units have said, and who has read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from tongxin.notices.access import notices_for, receivers
from tongxin.notices.models import Message, Notice
from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.models import Placement
from tongxin.org.rules.rights import NOTICES_SEND

PER_PAGE = 30


@dataclass(frozen=True)
class Row:
    """A notice of the list, with how many of the officer's people it reached and how many of them read it."""

    pk: int
    title: str
    kind: str
    unit: str
    audience: str
    by: str
    at: datetime
    important: bool
    told: int
    read: int

    @property
    def percent(self) -> int:
        """The share that has read it, in whole hundredths."""
        return self.read * 100 // self.told if self.told else 0


@dataclass(frozen=True)
class Reader:
    """A person it reached. `read_at` is None while it is unread."""

    name: str
    staff_no: str
    unit: str
    read_at: datetime | None
    reminded_at: datetime | None


@dataclass(frozen=True)
class Team:
    """The people of one unit among the readers."""

    unit: str
    people: tuple[Reader, ...]


@dataclass(frozen=True)
class Receipt:
    """One notice with its readers: those who have not read by unit, and those who have."""

    notice: Notice
    own: bool
    told: int
    unread: tuple[Team, ...]
    read: tuple[Reader, ...]
    reminded_at: datetime | None

    @property
    def missing(self) -> int:
        """How many have not read it."""
        return self.told - len(self.read)

    @property
    def percent(self) -> int:
        """The share that has read it, in whole hundredths."""
        return len(self.read) * 100 // self.told if self.told else 0


def sent_notices(actor: Actor, page: int = 1) -> tuple[Page[Notice], list[Row]]:
    """A page of what the officer looks after, the newest first. Four queries."""
    shown = Paginator(notices_for(actor).select_related("unit").order_by("-at", "-id"), PER_PAGE).get_page(page)
    notices = list(shown.object_list)
    paths = actor.paths(NOTICES_SEND)
    own = [notice for notice in notices if any((notice.unit.path or "").startswith(path) for path in paths)]
    counted = _counted(Message.objects.filter(notice__in=own))
    above = [notice.pk for notice in notices if notice not in own]
    if above:
        placed = Placement.objects.filter(below(paths, "unit__path"), until=None).values("person")
        counted |= _counted(Message.objects.filter(notice__in=above, person__in=placed))
    return shown, [_row(notice, *counted.get(notice.pk, (0, 0))) for notice in notices]


def receipt(actor: Actor, notice: Notice) -> Receipt:
    """Who of the officer's people has read the notice. Three queries at most."""
    people = readers(receivers(actor, notice))
    waiting = sorted((one for one in people if one.read_at is None), key=lambda one: one.unit)
    teams = tuple(Team(unit, tuple(group)) for unit, group in groupby(waiting, key=lambda one: one.unit))
    read = tuple(sorted((one for one in people if one.read_at), key=_when, reverse=True))
    reminded = max((one.reminded_at for one in people if one.reminded_at), default=None)
    return Receipt(notice, actor.may(NOTICES_SEND, notice.unit), len(people), teams, read, reminded)


def readers(messages: QuerySet[Message]) -> list[Reader]:
    """The people of these messages by name, with the unit each is in now. Two queries."""
    names = ("person_id", "person__name", "person__staff_no", "read_at", "reminded_at")
    rows = list(messages.order_by("person__name_key", "person_id").values_list(*names))
    units = _units(messages)
    return [Reader(name, number, units.get(pk, ""), read, again) for pk, name, number, read, again in rows]


def _units(messages: QuerySet[Message]) -> dict[int, str]:
    placed = Placement.objects.filter(person__in=messages.order_by().values("person"), until=None)
    return {one.person_id: one.unit.called for one in placed.select_related("unit").order_by()}


def _counted(messages: QuerySet[Message]) -> dict[int, tuple[int, int]]:
    rows = (
        messages.order_by()
        .values("notice")
        .annotate(told=Count("pk"), read=Count("pk", filter=Q(read_at__isnull=False)))
    )
    return {row["notice"]: (row["told"], row["read"]) for row in rows}


def _when(one: Reader) -> datetime:
    assert one.read_at is not None
    return one.read_at


def _row(notice: Notice, told: int, read: int) -> Row:
    return Row(
        pk=notice.pk, title=notice.title, kind=str(notice.get_kind_display()), unit=notice.unit.called,
        audience=notice.audience, by=notice.by, at=notice.at, important=notice.important, told=told, read=read,
    )  # fmt: skip
