"""Nouns of signing in."""

from tongxin.accounts.models.session import UserSession
from tongxin.accounts.models.user import User, UserManager

__all__ = ["User", "UserManager", "UserSession"]
