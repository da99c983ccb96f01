"""Goals as a tree. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def below(children: Mapping[K, Iterable[K]], top: K) -> Iterator[K]:
    """The node and all below it, each once."""
    seen: set[K] = set()
    waiting = [top]
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        yield node
        waiting.extend(children.get(node, ()))


def would_circle(parents: Mapping[K, K | None], node: K, parent: K | None) -> bool:
    """Whether hanging `node` under `parent` would make a circle."""
    seen: set[K] = set()
    while parent is not None and parent not in seen:
        if parent == node:
            return True
        seen.add(parent)
        parent = parents.get(parent)
    return False
