"""Acts of the audit trail."""

from tongxin.audit.actions.record import NotInTransaction, Who, record
from tongxin.audit.actions.record_many import Thing, Touched, record_many
from tongxin.audit.actions.seal import seal

__all__ = ["NotInTransaction", "Thing", "Touched", "Who", "record", "record_many", "seal"]
