"""Nouns of the audit trail."""

from tongxin.audit.models.batch import Batch, Sealed
from tongxin.audit.models.entry import AppendOnly, Entry

__all__ = ["AppendOnly", "Batch", "Entry", "Sealed"]
