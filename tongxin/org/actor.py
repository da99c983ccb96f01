"""Who acts: a person with rights, under one of two hats."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tongxin.org.rules.rights import ALL_RIGHTS

MEMBER, OFFICE, SHELL = "member", "office", "shell"


@dataclass(frozen=True)
class Grant:
    """One right in one unit and all below it."""

    right: str
    path: str


@dataclass(frozen=True)
class Actor:
    """The one who acts, passed down explicitly; made by `org.middleware` for a page, by the command for the shell.

    `grants` are all rights that the person's posts give today; they are in force only under the office hat.
    """

    user_id: int | None = None
    person_id: int | None = None
    union_id: int | None = None
    unit_path: str = ""
    name: str = ""
    label: str = ""
    post: str = ""
    hat: str = MEMBER
    grants: tuple[Grant, ...] = field(default=())

    @property
    def in_office(self) -> bool:
        """Whether rights are in force."""
        return self.hat != MEMBER

    @property
    def is_officer(self) -> bool:
        """Whether the person holds any post at all."""
        return bool(self.grants)

    def may(self, right: str, unit: Any) -> bool:
        """Whether `right` is in force for `unit` now."""
        return self.in_office and self.could(right, unit)

    def could(self, right: str, unit: Any) -> bool:
        """Whether `right` would be in force for `unit` under the office hat."""
        path = getattr(unit, "path", unit) or ""
        return any(grant.right == right and path.startswith(grant.path) for grant in self.grants)

    def has_somewhere(self, right: str) -> bool:
        """Whether `right` is in force for any unit now."""
        return self.in_office and self.could_somewhere(right)

    def could_somewhere(self, right: str) -> bool:
        """Whether `right` would be in force for any unit under the office hat."""
        return any(grant.right == right for grant in self.grants)

    def paths(self, right: str) -> tuple[str, ...]:
        """Paths of the units for which `right` is in force, none of them below another."""
        if not self.in_office:
            return ()
        paths = sorted({grant.path for grant in self.grants if grant.right == right})
        return tuple(path for path in paths if not any(path != other and path.startswith(other) for other in paths))


NOBODY = Actor()


def shell_actor(name: str = "shell") -> Actor:
    """Who works at the shell of the machine: every right everywhere, recorded under the name of the system user."""
    grants = tuple(Grant(right, "") for right in sorted(ALL_RIGHTS))
    return Actor(name=name, label=f"shell: {name}", hat=SHELL, grants=grants)
