"""A person's page: what is known, and how it came to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tongxin.org.access import unit_of
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Post, Standing, Unit
from tongxin.org.queries.history import Moment, history_of
from tongxin.org.queries.roster import TONES
from tongxin.org.rules import rights
from tongxin.org.rules.standing import may_come_next


@dataclass(frozen=True)
class PostLine:
    """A post as it is held today."""

    pk: int
    unit: int
    called: str
    since: date
    until: date | None
    may_end: bool


@dataclass(frozen=True)
class PersonPage:
    """What the page of a person shows; acts are offered as far as the actor may do them and they are possible."""

    person: Person
    unit: Unit
    standing: Standing | None
    tone: str
    posts: tuple[PostLine, ...]
    history: tuple[Moment, ...]
    signs_in: bool
    may_change: bool
    may_appoint: bool
    next_states: tuple[str, ...]


def person_page(actor: Actor, person: Person, today: date) -> PersonPage:
    """The page of somebody whom the actor may see, in six queries."""
    unit = unit_of(person)
    standings = list(person.standings.all())
    placements = list(person.placements.select_related("unit"))
    posts = list(person.posts.select_related("unit", "term"))
    standing = next((one for one in standings if one.until is None), None)
    may_change = actor.may(rights.PEOPLE_CHANGE, unit)
    return PersonPage(
        person=person,
        unit=unit,
        standing=standing,
        tone=TONES.get(standing.state, "draft") if standing else "draft",
        posts=tuple(_post(actor, post) for post in posts if post.until is None or post.until > today),
        history=history_of(person, standings, placements, posts),
        signs_in=person.user is not None and person.user.has_usable_password(),
        may_change=may_change,
        may_appoint=actor.has_somewhere(rights.POSTS_CHANGE) and person.left_on is None,
        next_states=tuple(may_come_next(standing.state if standing else None)) if may_change else (),
    )


def _post(actor: Actor, post: Post) -> PostLine:
    may_end = actor.may(rights.POSTS_CHANGE, post.unit)
    return PostLine(post.pk, post.unit_id, str(post), post.since, post.until, may_end)
