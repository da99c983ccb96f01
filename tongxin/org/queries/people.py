"""Small questions about one person."""

from __future__ import annotations

from tongxin.org.models import Person, Placement, Standing


def username_of(person: Person) -> str:
    """The name to sign in with: STAFF-NUMBER@UNION-CODE."""
    return f"{person.staff_no}@{person.union.code}"


def standing_now(person: Person) -> Standing | None:
    """The membership as it stands, or None for staff who never joined."""
    return person.standings.filter(until=None).first()


def placement_now(person: Person) -> Placement | None:
    """Where the person belongs, or None after leaving."""
    return person.placements.select_related("unit").filter(until=None).first()
