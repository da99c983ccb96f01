"""Who may have a place at all: one person's facts against one pool's rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MEMBERS, STAFF = "members", "staff"


@dataclass(frozen=True)
class Rule:
    """Whom a pool is for. `home` is the path of its unit; `paths` the units it is narrowed to (none: all of the union)."""

    home: str
    who: str = MEMBERS
    paths: tuple[str, ...] = ()
    sex: str = ""
    service_years: int = 0
    once_years: int = 0
    happens_on: date | None = None


@dataclass(frozen=True)
class Facts:
    """What a rule needs to know of a person on the day: `path` is the unit, `union` the union; `used_on` the last time a
    place of the same series was held."""

    person: int
    union: str
    path: str
    unit: int | None
    member: bool
    sex: str
    hired_on: date | None
    left_on: date | None
    used_on: date | None = None
    tickets: int = 1


def barred(rule: Rule, facts: Facts, today: date) -> str | None:
    """Why this person may not have a place; None where nothing stands against it.

    left, other_union, not_member, other_unit, other_sex, too_short (years since hired), used (held one of the series
    within `once_years`, whether the person came or not).
    """
    if facts.left_on is not None and facts.left_on <= today:
        return "left"
    if not (rule.home.startswith(facts.union) or facts.union.startswith(rule.home)):
        return "other_union"
    if rule.who == MEMBERS and not facts.member:
        return "not_member"
    if rule.paths and not any(facts.path.startswith(path) for path in rule.paths):
        return "other_unit"
    if rule.sex and facts.sex != rule.sex:
        return "other_sex"
    if rule.service_years and not _served(facts.hired_on, rule.service_years, rule.happens_on or today):
        return "too_short"
    if _used(rule, facts, today):
        return "used"
    return None


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _served(hired_on: date | None, years: int, day: date) -> bool:
    return hired_on is not None and hired_on <= years_before(day, years)


def _used(rule: Rule, facts: Facts, today: date) -> bool:
    if not rule.once_years or facts.used_on is None:
        return False
    return facts.used_on > years_before(rule.happens_on or today, rule.once_years)
