"""Many who want the same thing at once are served together: flat combining (Hendler, Incze, Shavit and Tzafrir 2010).

Whoever comes while nobody is being served serves at once, alone. Whoever comes meanwhile stands in line; when the serving is
done, the first of the line serves all of the line in one go. So nobody ever waits for company, and a thousand taps in a
second cost a few dozen transactions.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from threading import Event, Lock
from typing import Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class _Ticket(Generic[A, B]):
    def __init__(self, item: A) -> None:
        self.item = item
        self.called = Event()
        self.leads = False
        self.answer: B | None = None
        self.fault: BaseException | None = None


class Combiner(Generic[A, B]):
    """`serve(key, items)` gives one answer for each item, in their order; at most `most` items at a time."""

    def __init__(self, serve: Callable[[Hashable, Sequence[A]], Sequence[B]], most: int = 64) -> None:
        self.serve, self.most = serve, most
        self._guard = Lock()
        self._lines: dict[Hashable, list[_Ticket[A, B]]] = {}

    def submit(self, key: Hashable, item: A) -> B:
        """The answer to `item`; raises what serving it raised. What stands in one line is served in the order it came."""
        ticket: _Ticket[A, B] = _Ticket(item)
        with self._guard:
            line = self._lines.get(key)
            if line is None:
                self._lines[key] = []
                ticket.leads = True
            else:
                line.append(ticket)
        if not ticket.leads:
            ticket.called.wait()
        if ticket.leads:
            self._lead(key, ticket)
        if ticket.fault is not None:
            raise ticket.fault
        return ticket.answer  # type: ignore[return-value]

    def _lead(self, key: Hashable, first: _Ticket[A, B]) -> None:
        with self._guard:
            line = self._lines[key]
            served = [first, *line[: self.most - 1]]
            del line[: self.most - 1]
        try:
            self._answer(key, served)
        finally:
            self._hand_over(key)
            for ticket in served[1:]:
                ticket.called.set()

    def _answer(self, key: Hashable, served: Sequence[_Ticket[A, B]]) -> None:
        try:
            answers = self.serve(key, [ticket.item for ticket in served])
        except BaseException as fault:
            if len(served) == 1:
                served[0].fault = fault
                return
            # One of them may be at fault: each alone, so that it fails alone.
            for ticket in served:
                self._answer(key, [ticket])
            return
        for ticket, answer in zip(served, answers, strict=True):
            ticket.answer = answer

    def _hand_over(self, key: Hashable) -> None:
        """Whoever came meanwhile leads next; nobody there: the next to come serves at once."""
        with self._guard:
            line = self._lines[key]
            if not line:
                del self._lines[key]
                return
            following = line.pop(0)
        following.leads = True
        following.called.set()
