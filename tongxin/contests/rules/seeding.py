"""Who runs in which heat, in which lane."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class Entrant:
    """A person or team by its key, and the unit it comes from."""

    key: str
    unit: int


def seeded(entrants: Sequence[Entrant], lanes: int, salt: str) -> list[list[str]]:
    """The heats as lists of keys, lane by lane from 1.

    As few heats as `lanes` allows; their sizes differ by one at most, and so does how many of one unit run in each. The
    same entrants give the same heats whatever order they come in; `salt` (the event) makes the order nobody's choice.
    """
    if not entrants:
        return []
    count = -(-len(entrants) // lanes)
    sizes = Counter(entrant.unit for entrant in entrants)
    dealt = sorted(entrants, key=lambda each: (-sizes[each.unit], each.unit, _digest(salt, each.key)))
    heats: list[list[str]] = [[] for _each in range(count)]
    for turn, entrant in enumerate(dealt):
        heats[turn % count].append(entrant.key)
    return [sorted(heat, key=lambda key: _digest(f"{salt}:lane", key)) for heat in heats]


def _digest(salt: str, key: str) -> str:
    return sha256(f"{salt}:{key}".encode()).hexdigest()
