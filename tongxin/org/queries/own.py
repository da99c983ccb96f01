"""What a member sees of oneself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tongxin.org.actor import Actor
from tongxin.org.models import Person
from tongxin.org.queries.history import Moment, history_of
from tongxin.org.queries.roster import TONES


@dataclass(frozen=True)
class OwnRecord:
    """One's own line of the roster, in full, with its history. `standing` is empty for staff who never joined."""

    person_id: int
    name: str
    staff_no: str
    union: str
    unit: str
    unit_id: int | None
    standing: str
    tone: str
    since: date | None
    hired_on: date | None
    phone: str
    email: str
    posts: tuple[str, ...]
    history: tuple[Moment, ...]


def own_record(actor: Actor, today: date) -> OwnRecord | None:
    """The actor's own record, in four queries; None for a sign-in without a person."""
    person = Person.objects.select_related("union").filter(pk=actor.person_id or 0).first()
    if person is None:
        return None
    standings = list(person.standings.all())
    placements = list(person.placements.select_related("unit"))
    posts = list(person.posts.select_related("unit", "term"))
    standing = next((one for one in standings if one.until is None), None)
    placement = next((one for one in placements if one.until is None), None)
    return OwnRecord(
        person_id=person.pk,
        name=person.name,
        staff_no=person.staff_no,
        union=person.union.called,
        unit=placement.unit.called if placement else "",
        unit_id=placement.unit_id if placement else None,
        standing=str(standing.get_state_display()) if standing else "",
        tone=TONES.get(standing.state, "draft") if standing else "draft",
        since=standing.since if standing else None,
        hired_on=person.hired_on,
        phone=person.phone,
        email=person.email,
        posts=tuple(str(post) for post in posts if post.since <= today and (post.until is None or post.until > today)),
        history=history_of(person, standings, placements, posts),
    )
