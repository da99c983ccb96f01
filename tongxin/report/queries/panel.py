"""The side panel of a figure: how it is counted, what it is made of, its records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tongxin.core.figures import Part, RecordRow, Scope, figures
from tongxin.core.periods import Period
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.report.queries.figures import Row
from tongxin.report.rules.body import Body
from tongxin.report.rules.chips import Reference, parse, printed
from tongxin.ui.words import beside

SHOWN = 40
# Figures whose breakdown is drawn as a bar, and those that say what was not counted.
BREAKDOWN = {"activities.held": "activities.held.by_category", "activities.planned": "activities.planned.by_category"}
LEFT_OUT = {
    "activities.held": "activities.not_held.by_reason",
    "activities.completion": "activities.not_held.by_reason",
}


@dataclass(frozen=True)
class Panel:
    """A figure opened."""

    ref: Reference
    row: Row
    part: Part | None
    words: str
    rows: Sequence[RecordRow]
    count: int
    parts: tuple[tuple[Part, str], ...]
    equation: str
    left_out: Row | None
    uses: int

    @property
    def label(self) -> str:
        """What the panel is about."""
        return f"{self.row.figure.label} · {self.part.label}" if self.part else str(self.row.figure.label)

    @property
    def left_out_words(self) -> list[str]:
        """What was not counted, by reason: `疫情防控5`, `Epidemic control 5`."""
        parts = self.left_out.result.parts if self.left_out else ()
        return [beside(part.label, part.value) for part in parts if part.value]

    @property
    def rest(self) -> int:
        """Records that are not shown here."""
        return self.count - len(self.rows)


def panel(unit: Unit, period: Period, actor: Actor, reference: str, body: Body | None = None) -> Panel | None:
    """The panel of a reference as far as `actor` may see its records; None where there is no such figure."""
    ref = parse(reference)
    figure = figures.get(ref.key) if ref else None
    if ref is None or figure is None:
        return None
    scope = Scope(unit, period)
    row = Row(figure, figure.compute(scope))
    part = row.part(ref.part)
    if ref.part and part is None:
        return None
    records = row.records(ref.part)
    parts = _parts(row, scope) if not ref.part else ()
    value = part.value if part else row.value
    return Panel(
        ref=ref,
        row=row,
        part=part,
        words=printed(value, row.unit, ref.form),
        rows=records.rows(actor, 0, SHOWN),
        count=records.count,
        parts=tuple((part, printed(part.value, row.unit).removesuffix(row.unit)) for part in parts),
        equation=_equation(parts, row),
        left_out=_other(LEFT_OUT.get(ref.key), scope) if not ref.part else None,
        uses=sum(1 for chip in body.chips if (other := parse(chip.ref)) and other.bare == ref.bare) if body else 0,
    )


def _parts(row: Row, scope: Scope) -> tuple[Part, ...]:
    source = row if row.result.parts else _other(BREAKDOWN.get(row.key), scope)
    return tuple(part for part in source.result.parts if part.value) if source else ()


def _other(key: str | None, scope: Scope) -> Row | None:
    figure = figures.get(key) if key else None
    return Row(figure, figure.compute(scope)) if figure else None


def _equation(parts: Sequence[Part], row: Row) -> str:
    """`7＋5＋1＋2＝15` where the parts add up to the value, nothing otherwise."""
    if len(parts) < 2 or sum(part.value for part in parts) != row.value:
        return ""
    told = [printed(value, row.unit).removesuffix(row.unit) for value in (*(part.value for part in parts), row.value)]
    return "＋".join(told[:-1]) + f"＝{told[-1]}"
