"""The links of one thing, for who looks after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tongxin.partners.models import Link
from tongxin.partners.rules.standing import standing, works


@dataclass(frozen=True)
class LinkLine:
    """A link and how it stands: open, answered, expired, revoked."""

    pk: int
    unit: str
    label: str
    state: str
    works: bool
    made_at: datetime
    made_by: str
    expires_at: datetime
    opened_at: datetime | None
    answered_at: datetime | None
    answered_by: str


def links_of(purpose: str, thing_id: int, now: datetime) -> tuple[LinkLine, ...]:
    """The newest first. One query."""
    rows = Link.objects.filter(purpose=purpose, thing_id=thing_id).select_related("unit")
    return tuple(_line(link, now) for link in rows)


def _line(link: Link, now: datetime) -> LinkLine:
    state = standing(now, link.expires_at, link.revoked_at, link.answered_at)
    return LinkLine(
        link.pk, link.unit.called, link.label, state, works(state), link.made_at, link.made_by, link.expires_at,
        link.opened_at, link.answered_at, link.answered_by,
    )  # fmt: skip
