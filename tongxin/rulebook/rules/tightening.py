"""A unit's own rule may only tighten what holds above it."""

from __future__ import annotations

from collections.abc import Iterable

from tongxin.rulebook.rules.operators import as_strict
from tongxin.rulebook.rules.row import Row


def loosened(own: Row, above: Iterable[Row]) -> Row | None:
    """The first rule above, of the same kind and occasion, that the own one would loosen; None where it tightens all.

    A rule without any above it is a limit where there was none: it tightens.
    """
    for row in above:
        alike = (row.metric, row.occasion, row.operator) == (own.metric, own.occasion, own.operator)
        if alike and row.sure and not as_strict(own.operator, own.limit, row.limit):
            return row
    return None
