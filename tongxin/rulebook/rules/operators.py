"""How what was measured is held against a rule's value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final


def _inside(value: tuple[str, ...], limit: tuple[str, ...]) -> bool:
    """Every region lies in one of the limit's: `CN-34-02` lies in `CN-34`."""
    return all(any(f"{one}-".startswith(f"{each}-") for each in limit) for one in value)


OPERATORS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "le": lambda value, limit: value <= limit,
    "lt": lambda value, limit: value < limit,
    "ge": lambda value, limit: value >= limit,
    "gt": lambda value, limit: value > limit,
    "eq": lambda value, limit: value == limit,
    "in": lambda value, limit: set(value) <= set(limit),
    "not_in": lambda value, limit: not set(value) & set(limit),
    "has": lambda value, limit: set(limit) <= set(value),
    "none": lambda value, limit: not value,
    "inside": _inside,
}


def as_strict(operator: str, new: Any, old: Any) -> bool | None:
    """Whether `new` allows nothing that `old` forbids; None where the two cannot be compared."""
    if operator in ("le", "lt"):
        return bool(new <= old)
    if operator in ("ge", "gt"):
        return bool(new >= old)
    if operator == "in":
        return set(new) <= set(old)
    if operator in ("not_in", "has", "none"):
        return set(new) >= set(old)
    if operator == "inside":
        return _inside(new, old)
    return True if new == old else None
