"""Which figure a number typed by hand may mean: one whose value or wording fits, never just any of the same unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import Final

from tongxin.report.rules.checks.facts import Facts, Known

_TYPED = re.compile(r"(近|超过|超|约|逾|达)?([\d,，.一二三四五六七八九十百千万亿两]+)([余多]?)(万?)(\D*)")
_ARABIC = re.compile(r"(\d[\d,，]*(?:\.\d+)?)([百千万亿]*)")
_DIGITS: Final = dict(zip("一二三四五六七八九两", (*range(1, 10), 2), strict=True))
_TENS: Final = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True)
class Amount:
    """A number as it was typed: `least` … `most` is what it may stand for (近四千: 3500 to 4000)."""

    unit: str
    value: int
    least: int
    most: int


def fitting(quote: str, clause: str, facts: Facts) -> list[str]:
    """The references that may be meant: those that print just so; else those whose value lies where the words point;
    else, of person-times, those whose name stands in the same clause and whose value is of that size."""
    whole = {ref: known for ref, known in facts.known.items() if ":" not in ref and ".by_" not in ref}
    same = [ref for ref, known in whole.items() if known.words() == quote or known.words("round") == quote]
    amount = read(quote)
    if same or amount is None:
        return same
    counted = {ref: known for ref, known in whole.items() if known.unit == amount.unit and isinstance(known.value, int)}
    near = [ref for ref, known in counted.items() if amount.least <= _value(known) <= amount.most]
    return near or [ref for ref, known in counted.items() if _named(known, amount, clause)]


def _value(known: Known) -> int:
    return int(known.value or 0)


def _named(known: Known, amount: Amount, clause: str) -> bool:
    """Whether the clause names the figure (参加 for 参加人次) and could mean the whole of it, not one event's part."""
    name = known.label.removesuffix(known.unit)
    sized = _value(known) <= 2 * amount.value and amount.value <= 2 * _value(known)
    return known.unit == "人次" and len(name) > 1 and name in clause and sized


def read(quote: str) -> Amount | None:
    """What `近四千人次`, `1,200人次`, `45万余元` says; None for words without a number (几十人)."""
    found = _TYPED.fullmatch(quote)
    if not found:
        return None
    before, digits, more, late, unit = (part or "" for part in found.groups())
    value = _number(digits + late)
    if value is None:
        return None
    step = _step(value)
    least = value - step // 2 if before in ("近", "约") else value
    most = (
        value + step // 2 if before == "约" else value + step - 1 if more or before in ("超过", "超", "逾") else value
    )
    return Amount(unit, value, least, most)


def _number(words: str) -> int | None:
    found = _ARABIC.fullmatch(words)
    if not found:
        return _chinese(words)
    value = Decimal(re.sub("[,，]", "", found[1])) * prod(_TENS[power] for power in found[2])
    return int(value) if value == int(value) else None


def _chinese(words: str) -> int | None:
    """`四千` 4000, `十五` 15, `三千一百二十六` 3126, `两万三千` 23000; None where it is no such number."""
    total = part = digit = 0
    for word in words:
        if word in _DIGITS:
            digit = _DIGITS[word]
        elif _TENS.get(word, 0) >= _TENS["万"]:
            total, part, digit = (total + part + digit or 1) * _TENS[word], 0, 0
        elif word in _TENS:
            part, digit = part + (digit or 1) * _TENS[word], 0
        else:
            return None
    return total + part + digit or None


def _step(value: int) -> int:
    """The place of the last digit that is not nothing: 1000 for 4000, 10000 for 450000."""
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    return step
