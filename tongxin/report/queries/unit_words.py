"""Numbers with their counting units on a screen: Chinese writes 838人, English parts the words and has a plural."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from django.utils.translation import npgettext

from tongxin.core.figures import Part, nearest, percent
from tongxin.report.queries.figures import Row
from tongxin.ui.words import beside, number, yuan

# Counting unit in Chinese → the word beside `n` of them, in the reader's language.
WORDS: Final[dict[str, Callable[[int], str]]] = {
    "人": lambda n: npgettext("counted", "人", "人", n),
    "人次": lambda n: npgettext("counted", "人次", "人次", n),
    "项": lambda n: npgettext("counted", "项", "项", n),
    "个": lambda n: npgettext("counted", "个", "个", n),
}
WORK: Final = "plan.items"


def unit_word(row: Row, value: int | Fraction | None = None) -> str:
    """`人`, `people`, `person`: the unit of a figure beside its value, or beside the value of one of its parts."""
    counted = row.value if value is None else value
    if row.key.startswith(WORK):
        return npgettext("work items", "项", "项", int(counted or 0))
    known = WORDS.get(row.unit)
    return known(int(counted or 0)) if known else str(row.figure.unit)


def part_words(row: Row, part: Part) -> str:
    """The value of a part beside its name: `7`, `452,300元`, `75%`."""
    return counted(row, part.value) if row.is_money or row.is_share else number(int(part.value))


def counted(row: Row, value: int | Fraction | None) -> str:
    """`838人`, `838 people`, `75%`, `452,300元`, `—`: a value of the figure as a screen says it."""
    if value is not None and row.is_money:
        return yuan(nearest(value))
    if value is None or row.is_share:
        return percent(None if value is None else Fraction(value))
    return beside(number(int(value)), unit_word(row, value))
