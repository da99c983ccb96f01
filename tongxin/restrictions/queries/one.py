"""One restriction as acts and pages need it."""

from __future__ import annotations

from django.db.models import Q

from tongxin.restrictions.queries.standing import gathered
from tongxin.restrictions.rules.in_force import InForce


def in_force(pk: int) -> InForce:
    """The restriction with its units and steps, whether it holds now or not. One statement."""
    return gathered(Q(pk=pk))[0]
