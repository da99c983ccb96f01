"""Acts of notices, and the two instruments that the acts of other apps use: `tell` and `hand`."""

from tongxin.notices.actions.hand import hand, standing
from tongxin.notices.actions.tell import tell

__all__ = ["hand", "standing", "tell"]
