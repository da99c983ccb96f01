"""Small questions about one person, and finding people by what is typed."""

from __future__ import annotations

import re
from typing import Final

from django.db.models import Q

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


_LETTERS: Final = re.compile("[a-z]{2,}")


def typed(words: str, person: str = "") -> Q:
    """A condition: people whose name contains what was typed, whose pinyin, its initials or whose staff number begins with it; all
    where nothing was typed. `person` leads to them from the rows that are asked (`person`, `entitled__person`).
    """
    words, of = words.strip(), f"{person}__" if person else ""
    if not words:
        return Q()
    small = words.lower()
    found = {f"{of}name__icontains": words, f"{of}staff_no__istartswith": words, f"{of}initials__startswith": small}
    return Q(**found, _connector=Q.OR) | Q(**_pinyin(small, of))


def _pinyin(small: str, of: str) -> dict[str, str]:
    """Pinyin as people type it, without tones and spaces: `zhangsan` is `zhang1 san1|…`."""
    if _LETTERS.fullmatch(small):
        return {f"{of}name_key__regex": "^" + "[1-5]? ?".join(small)}
    return {f"{of}name_key__startswith": small}
