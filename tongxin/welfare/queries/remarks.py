"""What the partner unit remarked, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from tongxin.welfare.models import Entitled, Missing, Round


@dataclass(frozen=True)
class Remarks:
    """Rows with a remark and people who were missed: those that wait, then those that are settled."""

    waiting: tuple[Entitled, ...]
    settled: tuple[Entitled, ...]
    missing: tuple[Missing, ...]
    missing_settled: tuple[Missing, ...]

    @property
    def open(self) -> int:
        """How many wait."""
        return len(self.waiting) + len(self.missing)


def remarks_of(round: Round) -> Remarks:
    """Two queries."""
    rows = list(round.entitled.exclude(remark="").select_related("person", "unit"))
    missed = list(round.missing.all())
    return Remarks(
        tuple(row for row in rows if not row.settled),
        tuple(row for row in rows if row.settled),
        tuple(each for each in missed if not each.settled),
        tuple(each for each in missed if each.settled),
    )


def open_remarks(round: Round) -> int:
    """How many wait to be settled. Two queries."""
    return round.entitled.exclude(remark="").filter(settled="").count() + round.missing.filter(settled="").count()
