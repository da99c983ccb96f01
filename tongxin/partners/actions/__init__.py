"""Making, revoking and answering links."""

from tongxin.partners.actions.answer import answer, require_open, see
from tongxin.partners.actions.make_link import make_link
from tongxin.partners.actions.revoke import revoke

__all__ = ["answer", "make_link", "require_open", "revoke", "see"]
