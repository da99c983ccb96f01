"""Change what a restriction says."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import RESTRICTIONS_CHANGE
from tongxin.restrictions.actions.holding import locked, require_not_ended
from tongxin.restrictions.actions.terms import Terms, require_sound, state_of, write_parts
from tongxin.restrictions.models import Restriction


@transaction.atomic
def amend(*, actor: Actor, now: datetime, restriction: Restriction, terms: Terms) -> Restriction:
    """Put new terms in place of the old, which stay in the audit entry; unchanged terms leave none.

    Refuses: `access.…`, `restriction.ended`, and what `declare` refuses of its terms.
    """
    held = locked(restriction)
    require_right(actor, RESTRICTIONS_CHANGE, held.unit)
    require_not_ended(held)
    require_sound(held.unit, terms)
    before = state_of(held)
    for name, value in terms.plain().items():
        setattr(held, name, value)
    held.save()
    write_parts(held, terms)
    after = state_of(held)
    changed = [name for name in after if after[name] != before[name]]
    if changed:
        record(
            actor=actor, now=now, act="restrictions.amend", thing=held, unit=held.unit,
            before={name: before[name] for name in changed}, after={name: after[name] for name in changed},
        )  # fmt: skip
    return held
