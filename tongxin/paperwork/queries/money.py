"""Budget and settlement as their pages show them."""

from __future__ import annotations

from decimal import Decimal

from tongxin.activities.models import Activity
from tongxin.core.amounts import fen
from tongxin.core.papers.wording import money_capitals
from tongxin.paperwork.models import Line
from tongxin.paperwork.queries.facts import money_of
from tongxin.paperwork.rules.lines import Money, total


class Side(tuple[Money, ...]):
    """The lines of one side with their exact sum."""

    __slots__ = ()

    @property
    def total(self) -> Decimal:
        """Yuan."""
        return total(self)

    @property
    def capitals(self) -> str:
        """The sum in capitals."""
        return money_capitals(fen(self.total))


def sides_of(activity: Activity) -> dict[str, Side]:
    """Both sides, in one query."""
    rows = list(activity.money_lines.all())
    return {side.value: Side(money_of(row) for row in rows if row.side == side) for side in Line.Side}
