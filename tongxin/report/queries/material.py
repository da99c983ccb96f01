"""What a draft is written from: the records of a year, its figures, its approved wordings, its findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tongxin.org.models import Unit
from tongxin.report.models import Wording
from tongxin.report.queries.facts import facts_of, figures_of_year
from tongxin.report.queries.picture import Records, picture_of, records_of
from tongxin.report.rules import tokens
from tongxin.report.rules.body import Chip, Run, Text
from tongxin.report.rules.checker import Facts
from tongxin.report.rules.chips import parse
from tongxin.report.rules.findings import Finding, Picture, find


@dataclass(frozen=True)
class Material:
    """All that sections may use. `chip` places a figure; None where there is no such figure or nothing to count."""

    unit: Unit
    year: int
    facts: Facts
    records: Records
    picture: Picture
    findings: tuple[Finding, ...]
    wordings: Mapping[str, Wording] = field(default_factory=dict)

    @property
    def itself(self) -> str:
        """How the text calls the unit: 工会 for a union, the branch by its name."""
        return "工会" if self.unit.kind == Unit.Kind.UNION else self.unit.name

    def chip(self, reference: str) -> Chip | None:
        """The chip of a reference, with today's value."""
        ref = parse(reference)
        known = self.facts.known.get(ref.bare) if ref else None
        if ref is None or known is None or known.value is None:
            return None
        return Chip(reference, known.words(ref.form), known.value)

    def amount(self, reference: str) -> int:
        """The exact whole number of a figure, 0 where there is none."""
        known = self.facts.known.get(reference)
        return int(known.value or 0) if known else 0

    def wording(self, key: str) -> tuple[Run, ...]:
        """The approved wording of that use as runs; its tokens become chips. Empty where there is none."""
        found = self.wordings.get(key)
        return self.read(found.text) if found else ()

    def wordings_of(self, use: str) -> list[Wording]:
        """`duty-1`, `duty-2` … in order, for the use `duty`."""
        return [wording for key, wording in sorted(self.wordings.items()) if key.startswith(f"{use}-")]

    def read(self, words: str) -> tuple[Run, ...]:
        """Runs of an approved wording; braces that name no figure stay as they are."""
        try:
            return tokens.read(words, self.chip)
        except tokens.BadToken:
            return (Text(words),)


def gather(unit: Unit, year: int) -> Material:
    """The material of a unit's year, in a fixed number of queries."""
    rows = figures_of_year(unit, year)
    records = records_of(unit, year)
    picture = picture_of(unit, year, rows, records)
    return Material(
        unit=unit,
        year=year,
        facts=facts_of(unit, year, rows),
        records=records,
        picture=picture,
        findings=tuple(find(picture)),
        wordings={wording.key: wording for wording in wordings_of(unit, year)},
    )


def wordings_of(unit: Unit, year: int) -> Iterable[Wording]:
    """The wordings of the year that hold for a unit: its own, else those of the units above it."""
    steps = (unit.path or "").rstrip(".").split(".")
    above = [".".join(steps[: at + 1]) + "." for at in range(len(steps))]
    return Wording.objects.filter(unit__path__in=above, year=year).select_related("unit").order_by("unit__path", "key")
