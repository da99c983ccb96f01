"""Acts of the audit trail."""

from tongxin.audit.actions.record import NotInTransaction, record
from tongxin.audit.actions.seal import seal

__all__ = ["NotInTransaction", "record", "seal"]
