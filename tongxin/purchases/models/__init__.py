"""Nouns of purchases."""

from tongxin.purchases.models.purchase import Invoice, Purchase
from tongxin.purchases.models.round import Acceptance, Settlement
from tongxin.purchases.models.task import Part, Task

__all__ = ["Acceptance", "Invoice", "Part", "Purchase", "Settlement", "Task"]
