"""A small registry by key, filled while apps load, read afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar


class Keyed(Protocol):
    """Anything with a key."""

    @property
    def key(self) -> str: ...


T = TypeVar("T", bound=Keyed)


class Registry(Generic[T]):
    """Things by key, in the order in which they were registered; the same key twice is a fault."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._things: dict[str, T] = {}

    def register(self, thing: T) -> T:
        """Add a thing; called from an app's `ready()`."""
        if thing.key in self._things:
            raise ValueError(f"{self.what} {thing.key} is registered twice")
        self._things[thing.key] = thing
        return thing

    def get(self, key: str) -> T | None:
        """The thing of that key, or None."""
        return self._things.get(key)

    def __iter__(self) -> Iterator[T]:
        return iter(self._things.values())

    def __len__(self) -> int:
        return len(self._things)
