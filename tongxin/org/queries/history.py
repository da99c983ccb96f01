"""A person's life in the union, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tongxin.org.models import Person, Placement, Post, Standing


@dataclass(frozen=True)
class Moment:
    """Something that began or ended on a day. `key` marks what holds today."""

    day: date
    words: str
    reason: str = ""
    key: bool = False


def history_of(
    person: Person, standings: Iterable[Standing], placements: Iterable[Placement], posts: Iterable[Post]
) -> tuple[Moment, ...]:
    """Hiring, standings, units, posts and leaving as one line of moments; no query of its own."""
    moments = [*_of_person(person), *_of_standings(standings), *_of_placements(placements), *_of_posts(posts)]
    return tuple(sorted(moments, key=lambda moment: moment.day, reverse=True))


def _of_person(person: Person) -> Iterable[Moment]:
    if person.left_on:
        yield Moment(person.left_on, _("离职"))
    if person.hired_on:
        yield Moment(person.hired_on, _("入职"))


def _of_standings(standings: Iterable[Standing]) -> Iterable[Moment]:
    for standing in standings:
        words = _("会籍：%(state)s") % {"state": standing.get_state_display()}
        yield Moment(standing.since, words, standing.reason, key=standing.until is None)


def _of_placements(placements: Iterable[Placement]) -> Iterable[Moment]:
    for placement in placements:
        words = _("编入%(unit)s") % {"unit": placement.unit.called}
        yield Moment(placement.since, words, placement.reason, key=placement.until is None)


def _of_posts(posts: Iterable[Post]) -> Iterable[Moment]:
    for post in posts:
        yield Moment(
            post.since, _("任%(post)s") % {"post": str(post)}, post.term.name if post.term else "", post.until is None
        )
        if post.until is not None:
            yield Moment(post.until, _("卸任%(post)s") % {"post": str(post)})
