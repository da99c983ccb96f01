"""What the rules say of a round: of every payer's share, and of the whole were it all paid from union funds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tongxin.rulebook.queries import Finding, Findings
from tongxin.rulebook.queries.check import found_among
from tongxin.rulebook.queries.rows import rules_of
from tongxin.welfare.models import Payer, Round
from tongxin.welfare.queries.exempted import exemptions_of
from tongxin.welfare.queries.judging import given_by, year_sums
from tongxin.welfare.rules.facts import OCCASION, Given, facts_of
from tongxin.welfare.rules.pricing import near

YEARLY: Final = "sum_per_member_year"


@dataclass(frozen=True)
class Cap:
    """A yearly cap: the rule's finding, fen a head so far with this round, the cap itself, `near` 80 or 100 where it is reached."""

    finding: Finding
    year_fen: int
    cap_fen: int
    near: int

    @property
    def rest_fen(self) -> int:
        """What is left of it; 0 where nothing is."""
        return max(self.cap_fen - self.year_fen, 0)


@dataclass(frozen=True)
class Part:
    """One payer's share and what the rules say of it; `others_fen` is what it gave in the year's other festival rounds."""

    payer: str
    called: str
    fen: int
    others_fen: int
    findings: Findings
    caps: tuple[Cap, ...]


@dataclass(frozen=True)
class Checked:
    """Every share's findings. `wholly`: the caps as if union funds alone paid all that a head may get; empty where they do."""

    given: Given
    parts: tuple[Part, ...]
    wholly: tuple[Cap, ...]

    @property
    def blocks(self) -> tuple[Finding, ...]:
        """Broken rules that stop the round."""
        return tuple(each for part in self.parts for each in part.findings.blocks)

    @property
    def exempted(self) -> tuple[Finding, ...]:
        """Broken limits that a committee's decision lets through."""
        return tuple(each for part in self.parts for each in part.findings.exempted)

    @property
    def warned(self) -> bool:
        """Whether anything is to be looked at that does not stop it."""
        near_cap = any(cap.near for part in self.parts for cap in part.caps)
        return near_cap or any(part.findings.warnings for part in self.parts)


def checked(round: Round) -> Checked:
    """Nine queries."""
    given, decided = given_by(round), exemptions_of(round)
    rules = rules_of(round.unit, (OCCASION,))
    sums = year_sums(round.unit, round.year, besides=round.pk)

    def part(payer: str, fen: int) -> Part:
        facts = facts_of(given, payer, fen, sums[payer])
        own = [each for each in decided if each.part == payer]
        found = found_among(rules, facts, round.gives_on, exemptions=own)
        caps = tuple(cap for each in found.all if (cap := _cap(each, facts["year_fen"])))
        return Part(payer, str(Payer(payer).label), fen, sums[payer], found, caps)

    parts = tuple(part(payer, fen) for payer, fen in given.shares)
    alone = [payer for payer, _fen in given.shares] == [Payer.UNION]
    wholly = () if alone or not given.shares else part(Payer.UNION, given.allowed).caps
    return Checked(given, parts, wholly)


def _cap(finding: Finding, year_fen: int) -> Cap | None:
    if finding.rule.metric != YEARLY:
        return None
    most = int(finding.rule.value) + sum(int(each.value) for each in finding.added)
    return Cap(finding, year_fen, most, near(year_fen, most))
