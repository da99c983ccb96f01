"""To-dos 待办: each app says what waits for a person; `desk` shows one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tongxin.core.registry import Registry


@dataclass(frozen=True)
class Todo:
    """One thing that waits: what, why it is easy, until when, how many minutes it costs, where to do it."""

    key: str
    title: str
    why: str
    due: date | None
    minutes: int
    url: str
    act: str
    seal: str = ""
    tone: str = ""


@dataclass(frozen=True)
class TodoSource:
    """An app's question “what waits for this actor now?”, answered in a fixed number of queries."""

    key: str
    ask: Callable[[Any, datetime], Sequence[Todo]]
    office: bool = True


sources: Registry[TodoSource] = Registry("to-do source")


def waiting(actor: Any, now: datetime, *, office: bool) -> list[Todo]:
    """All that waits for `actor` under that hat, what is due first at the top."""
    found: Iterable[Todo] = (todo for source in sources if source.office == office for todo in source.ask(actor, now))
    return sorted(found, key=lambda todo: (todo.due is None, todo.due or date.max, todo.minutes))
