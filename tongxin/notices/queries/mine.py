"""One's own notices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator

from tongxin.notices.models import Message, Notice, Preference
from tongxin.org.actor import Actor
from tongxin.org.models import Person

PER_PAGE = 30
ICONS = {
    Notice.Kind.INVITATION: "flag", Notice.Kind.CHANGE: "refresh", Notice.Kind.PLACE: "check", Notice.Kind.ANNOUNCEMENT: "bell",
    Notice.Kind.REMINDER: "clock",
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A notice in one's own list: `waits` where it is important and one has not said that it was read."""

    pk: int
    title: str
    unit: str
    icon: str
    kind: str
    at: datetime
    important: bool
    unread: bool

    @property
    def waits(self) -> bool:
        """Whether it must be read still."""
        return self.important and self.unread


@dataclass(frozen=True)
class Wishes:
    """How the person hears of things now. `email` is empty where there is no address."""

    email: str
    mail: str
    digest: bool


def own_notices(actor: Actor, page: int = 1) -> tuple[Page[Message], list[Line]]:
    """A page of one's own notices, the newest first. Two queries."""
    rows = Message.objects.filter(person=actor.person_id or 0).select_related("notice__unit")
    shown = Paginator(rows.order_by("-at", "-id"), PER_PAGE).get_page(page)
    return shown, [_line(message) for message in shown.object_list]


def unread(actor: Actor) -> int:
    """How many of one's own notices are unread. One query."""
    return Message.objects.filter(person=actor.person_id or 0, read_at=None).count() if actor.person_id else 0


def must_read(actor: Actor) -> list[Line]:
    """What one must read still, the newest first; twenty at most. One query."""
    rows = Message.objects.filter(person=actor.person_id or 0, read_at=None, notice__important=True)
    return [_line(message) for message in rows.select_related("notice__unit").order_by("-at", "-id")[:20]]


def newest_unread(person_id: int, most: int = 10) -> list[Line]:
    """The newest that one person has not read, for the digest. One query."""
    rows = Message.objects.filter(person=person_id, read_at=None).select_related("notice__unit")
    return [_line(message) for message in rows.order_by("-at", "-id")[:most]]


def wishes(actor: Actor) -> Wishes:
    """How the actor wants to hear of things. Two queries."""
    email = Person.objects.filter(pk=actor.person_id or 0).values_list("email", flat=True).first() or ""
    kept = Preference.objects.filter(person=actor.person_id or 0).first() or Preference()
    return Wishes(email, kept.mail, kept.digest)


def _line(message: Message) -> Line:
    notice = message.notice
    return Line(
        pk=notice.pk, title=notice.title, unit=notice.unit.called, icon=ICONS.get(Notice.Kind(notice.kind), "bell"),
        kind=str(notice.get_kind_display()), at=message.at, important=notice.important, unread=message.read_at is None,
    )  # fmt: skip
