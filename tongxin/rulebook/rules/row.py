"""A version of a rule, as the pure rules see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from tongxin.rulebook.rules.exact import Exact, exact

BLOCK, WARN, TELL = "block", "warn", "tell"
SEVERITIES: Final = (BLOCK, WARN, TELL)
READ, SECOND_HAND, KNOWN = "V1", "V2", "K"


@dataclass(frozen=True)
class Row:
    """One version of one rule.

    `since`/`until` are inclusive days; `since` None: nobody knows the day, and it is not in force until a person who
    confirms it says one. `owner` is the unit that wrote it, 0 for rules that were shipped. `applies` narrows it: fact → the
    values for which it holds; a fact that is not known narrows nothing. `supersedes` names a rule that it takes the place of.
    `evidence` are papers that meet a threshold; `adds_to` is the cap that a supplement adds to.
    """

    pk: int
    rule_id: str
    metric: str
    operator: str
    value: str
    measure: str
    severity: str
    confidence: str
    occasion: str = ""
    since: date | None = None
    until: date | None = None
    version: int = 1
    owner: int = 0
    confirmed: bool = False
    applies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    supersedes: str = ""
    adds_to: str = ""

    @property
    def limit(self) -> Exact:
        """The value, exact."""
        return exact(self.value, self.measure)

    @property
    def sure(self) -> bool:
        """Whether it rests on a source, or on a person who confirmed it."""
        return self.confidence != KNOWN or self.confirmed

    @property
    def weight(self) -> str:
        """The severity in effect: what nobody confirmed never blocks."""
        return self.severity if self.sure or self.severity != BLOCK else WARN
