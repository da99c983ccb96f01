"""What carries a parcel away: mail and group robots. `carry` is what `deliver` uses unless it is given another."""

from tongxin.notices.carriers.carry import Carrier, carry
from tongxin.notices.carriers.outcome import KEPT, SENT, Outcome, failed, refused, unclear

__all__ = ["KEPT", "SENT", "Carrier", "Outcome", "carry", "failed", "refused", "unclear"]
