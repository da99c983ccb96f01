"""What the rules say of a round: of every payer's share, and of the whole were it all paid from union funds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from tongxin.rulebook.queries import Finding, Findings
from tongxin.rulebook.queries.check import found_among
from tongxin.rulebook.queries.keeping import thawed
from tongxin.rulebook.queries.rows import rules_of
from tongxin.welfare.models import Judged, Payer, Round
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
    """One payer's share and what the rules say of it; `others_fen` is what it gave in the year's other festival rounds,
    `year_fen` all of the year with this one."""

    payer: str
    called: str
    fen: int
    others_fen: int
    year_fen: int
    findings: Findings
    caps: tuple[Cap, ...]


@dataclass(frozen=True)
class Checked:
    """Every share's findings. `whole`: as if union funds alone paid all that a head may get; None where they do.

    `closed_at`: this is what was said when the round was closed, and stays.
    """

    given: Given
    parts: tuple[Part, ...]
    whole: Part | None
    closed_at: datetime | None = None

    @property
    def wholly(self) -> tuple[Cap, ...]:
        """The yearly caps were it all paid from union funds."""
        return self.whole.caps if self.whole else ()

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
    """What the rules say today; of a closed round what they said when it was closed. Nine queries."""
    kept = Judged.objects.filter(round=round).first() if round.state == Round.State.CLOSED else None
    return as_closed(round, kept) if kept else judged_now(round)


def judged_now(round: Round) -> Checked:
    """Eight queries."""
    given, decided = given_by(round), exemptions_of(round)
    rules = rules_of(round.unit, (OCCASION,))
    sums = year_sums(round.unit, round.year, besides=round.pk)

    def part(payer: str, fen: int) -> Part:
        facts = facts_of(given, payer, fen, sums[payer])
        own = [each for each in decided if each.part == payer]
        found = found_among(rules, facts, round.gives_on, exemptions=own)
        return _part(payer, fen, sums[payer], facts["year_fen"], found)

    parts = tuple(part(payer, fen) for payer, fen in given.shares)
    return Checked(given, parts, part(Payer.UNION, given.allowed) if _asks_wholly(given) else None)


def as_closed(round: Round, kept: Judged) -> Checked:
    """Six queries."""
    rows = [*kept.parts, *([kept.wholly] if kept.wholly else [])]
    parts = [
        _part(row["payer"], row["fen"], row["others_fen"], row["year_fen"], found)
        for row, found in zip(rows, thawed(row["findings"] for row in rows), strict=True)
    ]
    shares = parts[: len(kept.parts)]
    return Checked(given_by(round), tuple(shares), parts[-1] if kept.wholly else None, closed_at=kept.at)


def _asks_wholly(given: Given) -> bool:
    """Whether somebody beside union funds pays, so that one wants to know what it would be were it all union funds."""
    return bool(given.shares) and [payer for payer, _fen in given.shares] != [Payer.UNION]


def _part(payer: str, fen: int, others_fen: int, year_fen: int, found: Findings) -> Part:
    caps = tuple(cap for each in found.all if (cap := _cap(each, year_fen)))
    return Part(payer, str(Payer(payer).label), fen, others_fen, year_fen, found, caps)


def _cap(finding: Finding, year_fen: int) -> Cap | None:
    if finding.rule.metric != YEARLY:
        return None
    most = int(finding.rule.value) + sum(int(each.value) for each in finding.added)
    return Cap(finding, year_fen, most, near(year_fen, most))
