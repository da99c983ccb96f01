"""A unit's own page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from tongxin.org.access import inside
from tongxin.org.actor import Actor
from tongxin.org.models import Post, Term, Unit
from tongxin.org.queries.heads import heads
from tongxin.org.rules import rights
from tongxin.org.rules.nesting import steps
from tongxin.org.rules.posts import right_to_appoint
from tongxin.org.rules.terms import ends_soon
from tongxin.org.rules.units import may_stand_below


@dataclass(frozen=True)
class ChildLine:
    """A unit directly below, with its people."""

    pk: int
    called: str
    kind_label: str
    members: int
    staff: int


@dataclass(frozen=True)
class OfficerLine:
    """A post held today or to be held: by whom, as what, until when its term runs."""

    pk: int
    person: int
    name: str
    post: str
    since: date
    until: date | None
    term: str
    ends_on: date | None
    ends_soon: bool
    begins_later: bool
    may_end: bool


@dataclass(frozen=True)
class TermLine:
    """A term: `state` is `coming`, `current`, `soon` (ends within 60 days), `over`, or `past` (another followed)."""

    pk: int
    name: str
    starts_on: date
    ends_on: date
    state: str


@dataclass(frozen=True)
class UnitPage:
    """Everything on a unit's page but the panels of other apps."""

    unit: Unit
    above: tuple[Unit, ...]
    members: int
    staff: int
    children: tuple[ChildLine, ...]
    officers: tuple[OfficerLine, ...]
    terms: tuple[TermLine, ...]
    may_change: bool
    may_appoint: bool
    may_read_people: bool
    may_enrol: bool
    may_found: bool


def unit_page(actor: Actor, unit: Unit, today: date) -> UnitPage:
    """The page of a unit that the actor may see, in seven queries."""
    below = list(Unit.objects.filter(inside(unit), closed_on=None))
    counted = heads([unit, *(one for one in below if one.pk != unit.pk)])
    return UnitPage(
        unit=unit,
        above=_above(unit),
        members=counted.members.get(unit.pk, 0),
        staff=counted.staff.get(unit.pk, 0),
        children=tuple(
            ChildLine(
                child.pk,
                child.called,
                str(child.get_kind_display()),
                counted.members.get(child.pk, 0),
                counted.staff.get(child.pk, 0),
            )
            for child in below
            if child.parent_id == unit.pk
        ),
        officers=tuple(_officer(actor, post, unit, today) for post in _posts(unit, today)),
        terms=tuple(_terms(unit, today)),
        may_change=actor.may(rights.UNITS_CHANGE, unit),
        may_appoint=actor.may(rights.POSTS_CHANGE, unit),
        may_read_people=actor.may(rights.PEOPLE_READ, unit),
        may_enrol=actor.may(rights.PEOPLE_CHANGE, unit) and unit.closed_on is None,
        may_found=actor.may(rights.UNITS_CHANGE, unit) and unit.closed_on is None and _has_room(unit),
    )


def _above(unit: Unit) -> tuple[Unit, ...]:
    return tuple(Unit.objects.filter(pk__in=steps(unit.path)[:-1]).order_by("path"))


def _has_room(unit: Unit) -> bool:
    return any(may_stand_below(kind, unit.kind) for kind in Unit.Kind.values)


def _posts(unit: Unit, today: date) -> list[Post]:
    held = Post.objects.filter(Q(until=None) | Q(until__gt=today), unit=unit).select_related("person", "term")
    order = {kind: place for place, kind in enumerate(Post.Kind.values)}
    return sorted(held, key=lambda post: (order[post.kind], post.since, post.pk))


def _officer(actor: Actor, post: Post, unit: Unit, today: date) -> OfficerLine:
    return OfficerLine(
        pk=post.pk,
        person=post.person_id,
        name=post.person.name,
        post=post.title or str(post.get_kind_display()),
        since=post.since,
        until=post.until,
        term=post.term.name if post.term else "",
        ends_on=post.term.ends_on if post.term else None,
        ends_soon=post.term is not None and ends_soon(post.term.ends_on, today),
        begins_later=post.since > today,
        may_end=actor.may(right_to_appoint(post.kind), unit),
    )


def _terms(unit: Unit, today: date) -> list[TermLine]:
    lines, followed = [], False
    for term in Term.objects.filter(unit=unit).order_by("-starts_on"):
        lines.append(TermLine(term.pk, term.name, term.starts_on, term.ends_on, _state(term, today, followed)))
        followed = followed or term.starts_on <= today
    return lines


def _state(term: Term, today: date, followed: bool) -> str:
    if term.starts_on > today:
        return "coming"
    if followed:
        return "past"
    if term.ends_on <= today:
        return "over"
    return "soon" if ends_soon(term.ends_on, today) else "current"
