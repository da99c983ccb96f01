"""What is done to an outing: one act per file."""

from tongxin.outings.actions.apply import apply
from tongxin.outings.actions.close import close
from tongxin.outings.actions.decide import approve, send_back
from tongxin.outings.actions.edit import edit
from tongxin.outings.actions.start import start
from tongxin.outings.actions.withdraw import withdraw

__all__ = ["apply", "approve", "close", "edit", "send_back", "start", "withdraw"]
