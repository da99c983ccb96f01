"""Instruments of acts with answers that cannot be traced: what each app's own act is made of. None of them leaves an entry."""

from tongxin.ballots.actions.answer import clean_words, put, require_open, require_rating, shuffled_in
from tongxin.ballots.actions.close import close_due

__all__ = ["clean_words", "close_due", "put", "require_open", "require_rating", "shuffled_in"]
