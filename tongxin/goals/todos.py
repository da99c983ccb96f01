"""What waits for those who answer for tasks from above."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core import clock
from tongxin.core.todos import Todo, TodoSource
from tongxin.goals.models import Directive
from tongxin.goals.queries.directives import directives_due
from tongxin.org.actor import Actor

AHEAD: Final = timedelta(days=14)


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """Directives that are due within 14 days, or overdue. One query."""
    today = clock.today(now)
    return [_todo(one, today) for one in directives_due(actor, today + AHEAD)]


def _todo(one: Directive, today: date) -> Todo:
    late = one.due_on is not None and one.due_on < today
    why = _("%(by)s部署的，期限过了：写结案说明") if late else _("%(by)s部署的，快到期限了")
    return Todo(
        key=f"goals.directive.{one.pk}",
        title=one.title,
        why=why % {"by": one.given_by},
        due=one.due_on,
        minutes=5,
        url=reverse("goals:directive", args=[one.pk]),
        act=_("去结案"),
        seal="部",
    )


SOURCE: Final = TodoSource("goals", ask)
