"""Nouns of welfare rounds."""

from tongxin.welfare.models.amendment import Amendment
from tongxin.welfare.models.entitled import Entitled, Missing
from tongxin.welfare.models.judged import Judged
from tongxin.welfare.models.pack import Pack, PackItem, Quote
from tongxin.welfare.models.poll import Poll, Polled, PollOption
from tongxin.welfare.models.rating import Asked, Box
from tongxin.welfare.models.round import Payer, Round, Share, Step

__all__ = [
    "Amendment", "Asked", "Box", "Entitled", "Judged", "Missing", "Pack", "PackItem", "Payer", "Poll", "PollOption", "Polled", "Quote",
    "Round", "Share", "Step",
]  # fmt: skip
