"""The draw: an order that follows from a published commitment, the frozen list and a public word. No floats, no state.

Standard library alone, so that docs/concepts/draw.md can hand it to anybody. An entry has one ticket, and one more for each
draw lost since it last won. Each ticket's number is SHA-256 of “seed|word|digest of the list|entry|ticket”; the entry with
the lowest ticket comes first. So an entry with three tickets comes first three times as often as one with one
(Efraimidis and Spirakis 2006, with equal tickets in place of powers).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

MOST_TICKETS = 5


@dataclass(frozen=True)
class Entrant:
    """A line of the list: `key` the place's number (the group's smallest), how many people, tickets."""

    key: int
    size: int
    tickets: int


def commitment(seed: str) -> str:
    """What is published before the window closes: it binds us to `seed` without giving it away."""
    return sha256(seed.encode()).hexdigest()


def roll(entrants: Iterable[Entrant]) -> str:
    """The frozen list, one line an entry: number, people, tickets; in order of number."""
    return "".join(f"{each.key} {each.size} {each.tickets}\n" for each in sorted(entrants, key=lambda each: each.key))


def read_roll(text: str) -> list[Entrant]:
    """The list back from its text."""
    return [Entrant(*map(int, line.split())) for line in text.splitlines()]


def digest(text: str) -> str:
    """What names the frozen list."""
    return sha256(text.encode()).hexdigest()


def order(seed: str, word: str, text: str) -> list[int]:
    """The keys of the list `text` in the order of the draw."""
    named = digest(text)
    return [key for _lowest, key in sorted((_lowest(seed, word, named, each), each.key) for each in read_roll(text))]


def tickets(losses: int) -> int:
    """One, and one more for each draw lost since the last won, five at most."""
    return min(1 + max(losses, 0), MOST_TICKETS)


def _lowest(seed: str, word: str, named: str, entrant: Entrant) -> str:
    lines = (f"{seed}|{word}|{named}|{entrant.key}|{ticket}" for ticket in range(1, entrant.tickets + 1))
    return min(sha256(line.encode()).hexdigest() for line in lines)
