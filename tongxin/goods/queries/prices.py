"""Prices as suppliers and ledgers write them."""

from __future__ import annotations

from tongxin.goods.rules.prices import read_price

__all__ = ["read_price"]
