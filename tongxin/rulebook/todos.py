"""What waits for those who confirm rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.todos import Todo, TodoSource
from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import RULES_CONFIRM
from tongxin.rulebook.models import Rule


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """The units' own rules that wait for a second person. One query."""
    paths = actor.paths(RULES_CONFIRM)
    if not paths:
        return []
    # Whoever proposed a rule does not confirm it; nobody proposed those of the shell.
    others = ~Q(proposed_by=actor.person_id) | Q(proposed_by=None)
    waiting = Rule.objects.filter(below(paths, "unit__path"), others, decisions=None).exclude(unit=None)
    return [_todo(rule) for rule in waiting.order_by("added_at")]


def _todo(rule: Rule) -> Todo:
    return Todo(
        key=f"rulebook.decide.{rule.pk}", title=_("定一条规则：%(title)s") % {"title": rule.called},
        why=_("%(by)s提的，要第二个人确认才生效") % {"by": rule.by}, due=None, minutes=3,
        url=reverse("rulebook:rule", args=[rule.pk]), act=_("去看看"), seal="规",
    )  # fmt: skip


SOURCE: Final = TodoSource("rulebook", ask)
