"""Sums as people type them: `¥1,234.50`, `1,234.5元`, `1.2万`. Exact to the fen, never below nothing."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

MOST: Final = Decimal("9999999999.99")
FEN: Final = Decimal("0.01")
_SHAPE: Final = re.compile(r"[¥￥]?(-?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(万?)(?:元|圆)?整?")


class NotAnAmount(ValueError):
    """What was typed is no sum; `code` says why: `not_understood`, `negative`, `too_fine`, `too_large`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def amount(text: str, most: Decimal = MOST) -> Decimal:
    """The sum in yuan with two decimals. Raises NotAnAmount."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).replace("−", "-")
    found = _SHAPE.fullmatch(plain) or _SHAPE.fullmatch(re.sub(r"^-[¥￥]", "¥-", plain))
    if found is None or len(plain) > 40:
        raise NotAnAmount("not_understood")
    sign, digits, ten_thousand = found.groups()
    value = Decimal(digits.replace(",", "")) * (10_000 if ten_thousand else 1)
    if sign and value:
        raise NotAnAmount("negative")
    if value > most:
        raise NotAnAmount("too_large")
    if value != value.quantize(FEN):
        raise NotAnAmount("too_fine")
    return value.quantize(FEN)


def product(price: Decimal, count: Decimal) -> Decimal:
    """Price times count, to the fen, half up."""
    return (price * count).quantize(FEN, ROUND_HALF_UP)


def fen(value: Decimal) -> int:
    """The sum in fen."""
    return int(value * 100)


def plain(value: Decimal) -> str:
    """`1234.50`; a whole count without its zeros is `counted`."""
    return f"{value:.2f}"


def counted(value: Decimal) -> str:
    """`3`, `2.5`: no needless zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
