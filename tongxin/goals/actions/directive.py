"""What every act on a task from above does: authorise, lock, save, leave one entry."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.goals.access import CHANGE
from tongxin.goals.models import Directive
from tongxin.org.access import require_right
from tongxin.org.actor import Actor

FIELDS = ("title", "given_by", "document", "given_on", "due_on", "text", "owner", "owner_unit", "state")
State = Directive.State


def open_directive(actor: Actor, directive: Directive) -> Directive:
    """The directive, locked, as long as it may be changed. Refuses: `directive.closed`, and as `require_right`."""
    require_right(actor, CHANGE, directive.unit)
    found = lock(Directive.objects.filter(pk=directive.pk).select_related("unit")).get()
    if found.state == State.CLOSED:
        raise Refused("directive.closed", _("这一条已经结案，不再改动。要改，先重新打开。"))
    return found


def kept(
    actor: Actor, now: datetime, directive: Directive, act: str, before: dict[str, Any], reason: str = "", **more: Any
) -> Directive:
    """Save the directive and leave the act's entry."""
    directive.save()
    audit.record(
        actor=actor, now=now, act=act, thing=directive, unit=directive.unit, reason=reason, before=before,
        after=state_of(directive) | more,
    )  # fmt: skip
    return directive


def state_of(directive: Directive) -> dict[str, Any]:
    """What the trail keeps of a directive."""
    return {name: getattr(value, "pk", value) for name in FIELDS for value in [getattr(directive, name)]}
