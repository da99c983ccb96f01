"""A line of the matrix: an address, how it is reached, and who gets what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.permissions.world import World

OWN = ("member", "branch", "neighbour", "office", "chair", "audit", "hr", "party", "operator")
ROLES = (*OWN, "outsider")
OFFICERS = tuple(role for role in ROLES if role != "member")

Kwargs = Callable[[World], dict[str, Any]]


def nothing(world: World) -> dict[str, Any]:
    """An address without parts."""
    return {}


@dataclass(frozen=True)
class Row:
    """`who` gets in (`code`) under the office hat; all other people get 404, who is not signed in goes to sign in.

    `hat` says whether the office hat is needed: those of `who` that hold a post then get the 403 page under the member's.
    `bare` names who gets in under the member's hat where that differs. `but` holds single exceptions, as
    {"role": status} under the office hat and {"role/member": status} under the member's. `nobody` is the status of
    who is not signed in. `get` and `post` say which methods there are. `given` is what a POST sends (nothing: the form
    comes back, or the act happens). `page` is False where a GET answers with no HTML page. `query` stands behind the `?`;
    `{unit ee}` in it is the id of a thing of the world. `demo`: the page is there in the demonstration alone.
    `any_method`: other methods than these two are answered too.
    """

    name: str
    at: Kwargs = nothing
    who: str = ""
    hat: bool = True
    bare: str | None = None
    get: bool = True
    post: bool = False
    code: int = 200
    but: dict[str, int] = field(default_factory=dict)
    nobody: int = 302
    query: str = ""
    given: Callable[[World], dict[str, Any]] = nothing
    page: bool = True
    demo: bool = False
    any_method: bool = False

    def allowed(self) -> frozenset[str]:
        """Who gets in under the office hat."""
        return _roles(self.who)

    def status(self, role: str, *, in_office: bool) -> int:
        """The status a person must get for a GET (and, where it is a refusal, for a POST too)."""
        key = role if in_office else f"{role}/member"
        if key in self.but:
            return self.but[key]
        allowed = self.allowed()
        if in_office or not self.hat:
            return self.code if role in allowed else 404
        if self.bare is not None and role in _roles(self.bare):
            return self.code
        return 403 if role in allowed and role in OFFICERS else 404


def _roles(words: str) -> frozenset[str]:
    found: set[str] = set()
    for word in words.split():
        found |= set({"own": OWN, "all": ROLES}.get(word, (word,)))
    unknown = found - set(ROLES)
    if unknown:
        raise ValueError(f"no such role: {', '.join(sorted(unknown))}")
    return frozenset(found)
