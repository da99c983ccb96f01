"""Close a task from above with a note, or open it again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core import clock
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.goals.access import CHANGE
from tongxin.goals.actions.directive import kept, open_directive, state_of
from tongxin.goals.models import Directive
from tongxin.org.access import require_right
from tongxin.org.actor import Actor

State = Directive.State


@transaction.atomic
def close_directive(*, actor: Actor, now: datetime, directive: Directive, closing: str) -> Directive:
    """Close it with a note of what was done. Refuses: `directive.closed`, `directive.note_missing`."""
    directive = open_directive(actor, directive)
    if not closing.strip():
        raise Refused("directive.note_missing", _("写一段结案说明：做了什么，结果怎样。"), field="closing")
    before = state_of(directive)
    directive.state, directive.closing = State.CLOSED, closing.strip()
    directive.closed_on, directive.closed_by = clock.today(now), actor.name
    return kept(actor, now, directive, "directives.close", before, closing=directive.closing)


@transaction.atomic
def reopen_directive(*, actor: Actor, now: datetime, directive: Directive, reason: str) -> Directive:
    """It was not done after all; the note stays as a draft. Refuses: `directive.not_closed`, `directive.reason_missing`."""
    require_right(actor, CHANGE, directive.unit)
    directive = lock(Directive.objects.filter(pk=directive.pk).select_related("unit")).get()
    if directive.state != State.CLOSED:
        raise Refused("directive.not_closed", _("这一条还没结案。"))
    if not reason.strip():
        raise Refused("directive.reason_missing", _("写一句为什么重新打开。"), field="reason")
    before = state_of(directive)
    directive.state, directive.closed_on, directive.closed_by = State.UNDER_WAY, None, ""
    return kept(actor, now, directive, "directives.reopen", before, reason=reason.strip())
