"""What items share, as numbered rows: each has room for so much, and each spot of an item takes so much of some.

A unit or venue on one day and part of the day has room for one; an officer's month and a payer's quarter for what is left of
them beside the items that cannot give way (`board`).
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from tongxin.planner.problem import Mode
from tongxin.planner.solving.board import Board, Ground, Slot

Use = tuple[int, int]  # (row, how much of it)


class Rows:
    """The rows of a year beside what stands on `board` for good."""

    def __init__(self, ground: Ground, board: Board) -> None:
        self.ground, self.board = ground, board
        self._length = ground.calendar.length
        self._months = len(ground.calendar.month_days)
        slots = self._merged
        self._first_slot = {slot: index * self._length for index, slot in enumerate(sorted(set(slots.values())))}
        officers = sorted(
            {item.officer for item in ground.items if item.officer is not None} & set(ground.year.officers)
        )
        payers = sorted({payer for payer, _quarter in ground.year.budgets})
        self.slots_end = len(self._first_slot) * self._length
        self._officer = {officer: self.slots_end + index * self._months for index, officer in enumerate(officers)}
        self._payers_from = self.slots_end + len(officers) * self._months
        self._payer = {payer: self._payers_from + index * self._months for index, payer in enumerate(payers)}
        self._of_officer = {first: officer for officer, first in self._officer.items()}
        self._of_payer = {first: payer for payer, first in self._payer.items()}

    @cached_property
    def _merged(self) -> dict[Slot, Slot]:
        """Parts of a day of one unit or venue that the same items take: one slot stands for them."""
        users: dict[Slot, list[tuple[int, int]]] = defaultdict(list)
        for place in self.ground.free:
            for mode in Mode:
                for slot in self.ground.slots[place][mode]:
                    users[slot].append((place, mode))
        first: dict[tuple[int, int, tuple[tuple[int, int], ...]], Slot] = {}
        return {slot: first.setdefault((slot[0], slot[1], tuple(users[slot])), slot) for slot in sorted(users)}

    @cached_property
    def starts(self) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
        """For each item the first rows of its slots, (on site, online): the row of a day is so many further."""
        merged, first = self._merged, self._first_slot
        return tuple(
            tuple(tuple(sorted({first[merged[slot]] for slot in mode if slot in merged})) for mode in both)  # type: ignore[misc]
            for both in self.ground.slots
        )

    def uses(self, place: int, day: int, mode: Mode) -> list[Use]:
        """What a spot takes of which row."""
        item = self.ground.items[place]
        last = min(day + item.days, self._length)
        found = [(first + covered, 1) for first in self.starts[place][mode] for covered in range(day, last)]
        if item.officer in self._officer and item.officer is not None:
            first = self._officer[item.officer]
            found += [(first + month, work) for month, work in self.ground.calendar.work(day, item.days)]
        cost = self.ground.cost(place, mode)
        if cost and item.payer in self._payer and item.payer is not None:
            quarter = self.ground.calendar.months[day] // 3
            if (item.payer, quarter) in self.ground.year.budgets:
                found.append((self._payer[item.payer] + quarter, cost))
        return found

    def room(self, row: int) -> int:
        """How much of a row is left beside what stands for good."""
        if row < self.slots_end:
            return 1
        within = (row - self.slots_end) % self._months
        first = row - within
        if row < self._payers_from:
            officer = self._of_officer[first]
            return max(self.ground.year.officers[officer] - self.board.worked(officer, within), 0)
        payer = self._of_payer[first]
        return max(self.ground.year.budgets[payer, within] - self.board.spent(payer, within), 0)

    def apart(self, place: int) -> int:
        """Days that it keeps from like items' starts; 0: it has none."""
        like = self.ground.items[place].like
        return 0 if like is None else self.ground.year.spacing.get(like, 0)
