"""What a round's papers say, from its records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import override

from tongxin.org.actor import Actor
from tongxin.rulebook.queries import Finding
from tongxin.welfare.models import Amendment, Entitled, Round
from tongxin.welfare.queries.amendments import amendments_of, as_approved
from tongxin.welfare.queries.checked import checked
from tongxin.welfare.queries.packs import PackView, packs_of
from tongxin.welfare.queries.people import UnitCount, units_of


@dataclass(frozen=True)
class PaperFacts:
    """`shares` are (who pays, fen a head); `sources` the rules held against it: name, document, article.

    `packs` are as they were approved, `changes` what was changed since; `exempted` are limits that a committee let through.
    """

    round: Round
    unit: str
    today: date
    who: str
    shares: tuple[tuple[str, int], ...]
    packs: tuple[PackView, ...]
    units: tuple[UnitCount, ...]
    people: int
    sources: tuple[str, ...]
    changes: tuple[Amendment, ...] = ()
    exempted: tuple[Finding, ...] = ()

    @property
    def head_fen(self) -> int:
        """What a head may get."""
        return sum(fen for _payer, fen in self.shares)

    @property
    def total_fen(self) -> int:
        """What it comes to at most."""
        return self.head_fen * self.people


def facts_of(actor: Actor, round: Round, today: date) -> PaperFacts:
    """A fixed number of queries."""
    standing = Entitled.objects.filter(Entitled.standing(), round=round)
    with override("zh-hans"):
        found = checked(round)
    changes = amendments_of(round)
    rules = [each.rule for part in found.parts for each in part.findings.all]
    sources = [
        f"{rule.called}（{' '.join(part for part in (rule.document, rule.document_no, rule.article) if part)}）"
        for rule in rules
    ]
    return PaperFacts(
        round=round, unit=round.unit.name, today=today, who=str(round.get_who_display()),
        shares=tuple((part.called, part.fen) for part in found.parts), packs=as_approved(packs_of(round), changes),
        units=units_of(standing),
        people=standing.count(), sources=tuple(dict.fromkeys(sources)),
        changes=changes, exempted=found.exempted,
    )  # fmt: skip
