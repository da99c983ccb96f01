"""How acts are called on screen: each app names its own when it loads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tongxin.core.registry import Registry


@dataclass(frozen=True)
class ActName:
    """An act's key as it is recorded, and what a person calls it."""

    key: str
    label: Any


acts: Registry[ActName] = Registry("act")


def name_acts(names: dict[str, Any]) -> None:
    """Name an app's acts: {"activities.postpone": _("延期活动"), …}."""
    for key, label in names.items():
        acts.register(ActName(key, label))


def called(act: str) -> str:
    """The name of an act; its key where nobody named it."""
    found = acts.get(act)
    return str(found.label) if found else act
