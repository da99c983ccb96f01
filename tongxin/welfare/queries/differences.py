"""What has changed since the list was drawn up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from tongxin.org.models import Person
from tongxin.welfare.models import Entitled, Round
from tongxin.welfare.queries.placed import kept_of, placed_on
from tongxin.welfare.rules.snapshot import differences

NAMED: Final = 20


@dataclass(frozen=True)
class Changed:
    """People who left, joined or moved since: the counts, and the first of them by name."""

    left: int
    joined: int
    moved: int
    left_people: tuple[Person, ...]
    joined_people: tuple[Person, ...]
    moved_people: tuple[Person, ...]

    @property
    def count(self) -> int:
        """All of them."""
        return self.left + self.joined + self.moved


def changed_since(round: Round, today: date) -> Changed | None:
    """None where there is no list yet. Five queries."""
    if round.drawn_up_at is None:
        return None
    struck = Entitled.objects.filter(round=round).exclude(Entitled.standing()).order_by()
    found = differences(placed_on(round, today), kept_of(round), struck.values_list("person", flat=True))
    shown = [found.left[:NAMED], found.joined[:NAMED], found.moved[:NAMED]]
    people = Person.objects.in_bulk([person for part in shown for person in part])
    left, joined, moved = (tuple(people[each] for each in part) for part in shown)
    return Changed(len(found.left), len(found.joined), len(found.moved), left, joined, moved)
