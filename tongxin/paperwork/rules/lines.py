"""A line of a budget or settlement, checked: the price times the count is the amount."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from tongxin.core.amounts import MOST, product


@dataclass(frozen=True)
class Money:
    """One line as it is kept and printed; yuan."""

    item: str
    price: Decimal
    count: Decimal
    measure: str
    amount: Decimal
    remark: str = ""

    @property
    def multiplies(self) -> bool:
        """Whether the amount is what price and count give."""
        return product(self.price, self.count) == self.amount


class WrongLine(ValueError):
    """A line that cannot be kept: its `code`, and the `field` to look at."""

    def __init__(self, code: str, field: str) -> None:
        super().__init__(code)
        self.code, self.field = code, field


def line(
    item: str, price: Decimal | None, count: Decimal | None, measure: str, amount: Decimal | None, remark: str
) -> Money:
    """A whole line from what was typed: without an amount it is computed, without a price it is a single sum.

    Raises WrongLine: `no_item`, `no_amount`, `does_not_multiply`, `too_large`.
    """
    if not item:
        raise WrongLine("no_item", "item")
    times = Decimal(1) if count is None else count
    if price is None and amount is None:
        raise WrongLine("no_amount", "price")
    if price is None:
        price = _single(amount or Decimal(0), times)
    total = product(price, times) if amount is None else amount
    if total > MOST:
        raise WrongLine("too_large", "amount")
    found = Money(item, price, times, measure, total, remark)
    if not found.multiplies:
        raise WrongLine("does_not_multiply", "amount")
    return found


def _single(amount: Decimal, times: Decimal) -> Decimal:
    """The price that gives this amount; only where it comes out even."""
    if not times:
        raise WrongLine("does_not_multiply", "amount")
    price = (amount / times).quantize(Decimal("0.01"))
    if price * times != amount:
        raise WrongLine("does_not_multiply", "amount")
    return price


def total(lines: Iterable[Money]) -> Decimal:
    """The exact sum."""
    return sum((each.amount for each in lines), Decimal("0.00"))
