"""Acts on restrictions."""

from tongxin.restrictions.actions.amend import amend
from tongxin.restrictions.actions.declare import declare
from tongxin.restrictions.actions.end import end
from tongxin.restrictions.actions.telling import tell_concerned
from tongxin.restrictions.actions.terms import Terms

__all__ = ["Terms", "amend", "declare", "end", "tell_concerned"]
