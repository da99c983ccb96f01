"""All restrictions that one may see, by whether they hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from tongxin.org.actor import Actor
from tongxin.restrictions.access import restrictions_for
from tongxin.restrictions.queries.standing import gathered
from tongxin.restrictions.rules.in_force import InForce
from tongxin.restrictions.words import days_words, limit_words


@dataclass(frozen=True)
class Line:
    """A restriction in a list: how long, and what it limits in words."""

    restriction: InForce
    days: str
    limits: list[str]


@dataclass(frozen=True)
class Listing:
    """Those in force today, those still to come, those that are over (the latest first)."""

    now: list[Line]
    coming: list[Line]
    over: list[Line]


def listing(actor: Actor, today: date) -> Listing:
    """The list in two statements."""
    found = [line_of(each) for each in gathered(Q(pk__in=restrictions_for(actor).values("pk")))]
    ended = [each for each in found if _is_over(each, today)]
    rest = [each for each in found if not _is_over(each, today)]
    return Listing(
        now=[each for each in rest if each.restriction.limits.starts_on <= today],
        coming=[each for each in rest if each.restriction.limits.starts_on > today],
        over=ended[::-1],
    )


def line_of(restriction: InForce) -> Line:
    """The line of a restriction."""
    limits = restriction.limits
    return Line(restriction, days_words(limits.starts_on, limits.ends_on), limit_words(limits))


def _is_over(line: Line, today: date) -> bool:
    limits = line.restriction.limits
    return limits.ends_on is not None and (limits.ends_on < today or limits.ends_on < limits.starts_on)
