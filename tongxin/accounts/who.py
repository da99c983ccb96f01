"""A user as the audit trail names one, for acts below the floor that knows posts and hats."""

from __future__ import annotations

from dataclasses import dataclass

from tongxin.accounts.models import User


@dataclass(frozen=True)
class UserWho:
    """A user acting for oneself, under no hat but one's own."""

    user: User

    @property
    def user_id(self) -> int | None:
        """The user's id."""
        return self.user.pk

    @property
    def label(self) -> str:
        """The user's name."""
        return str(self.user)

    @property
    def hat(self) -> str:
        """Always the member's."""
        return "member"
