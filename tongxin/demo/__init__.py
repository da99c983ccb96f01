"""The demonstration year: the union of the seed in 2020, made through the same acts that users have."""

from typing import Final

from tongxin.accounts.demonstration import PASSWORD

DEFAULT_STAFF: Final = 868

__all__ = ["DEFAULT_STAFF", "PASSWORD"]
