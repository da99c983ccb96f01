"""What the papers of one activity are made of, gathered once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from tongxin.paperwork.rules.lines import Money


@dataclass(frozen=True)
class Seat:
    """A person who holds a place. `answers` stand in the order of `Facts.questions`."""

    name: str
    staff_no: str
    unit: str
    phone: str
    companions: int
    answers: tuple[str, ...]
    came_at: datetime | None
    team: str = ""


@dataclass(frozen=True)
class Slot:
    """A part of the activity that people sign up for or come to. `whom` says in words who may."""

    pk: int
    title: str
    whole: bool
    starts_at: datetime | None
    place: str
    capacity: int | None
    opens_at: datetime | None
    closes_at: datetime | None
    draw: bool
    whom: str
    signs_up: bool
    seats: tuple[Seat, ...]


@dataclass(frozen=True)
class Prize:
    """A prize and who received it. Yuan."""

    name: str
    thing: str
    value: Decimal
    receiver: str


@dataclass(frozen=True)
class Picture:
    """A photo, its bytes read only when it is printed."""

    name: str
    read: Callable[[], bytes]


@dataclass(frozen=True)
class Voices:
    """What members said, as far as it may be shown."""

    answers: int
    satisfied: str
    rate: str


@dataclass(frozen=True)
class Facts:
    """Everything that is known of one activity. `organisers` are (role, name) in order."""

    pk: int
    title: str
    category: str
    group: str
    unit: str
    called: str
    year: int
    day: date | None
    until: date | None
    starts_at: time | None
    place: str
    mode: str
    about: str
    expected: int | None
    held: bool
    persons: int | None
    person_times: int | None
    outcome: str
    organisers: tuple[tuple[str, str], ...]
    contact: str
    phone: str
    slots: tuple[Slot, ...]
    questions: tuple[str, ...]
    budget: tuple[Money, ...]
    settlement: tuple[Money, ...]
    prizes: tuple[Prize, ...]
    photos: tuple[Picture, ...]
    voices: Voices | None
    today: date

    def units(self, *roles: str) -> str:
        """The units of these roles, as a list in words."""
        return "、".join(name for role, name in self.organisers if role in roles)

    @property
    def seats(self) -> tuple[Seat, ...]:
        """All places of all slots."""
        return tuple(seat for slot in self.slots for seat in slot.seats)

    @property
    def came(self) -> int:
        """How many people came: as recorded, else as checked in."""
        return self.persons if self.persons is not None else sum(1 for seat in self.seats if seat.came_at)
