"""What waits for those who declare restrictions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.todos import Todo, TodoSource
from tongxin.org.actor import Actor
from tongxin.restrictions.queries.waiting import Review, to_review


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """One to-do for each restriction until further notice that is older than 60 days. One query."""
    return [_todo(review) for review in to_review(actor, now)]


def _todo(review: Review) -> Todo:
    return Todo(
        key=f"restrictions.review.{review.pk}", title=_("看看“%(title)s”还要不要") % {"title": review.title},
        why=_("没写哪天止，已经%(days)s天了") % {"days": review.days}, due=None, minutes=2,
        url=reverse("restrictions:restriction", args=[review.pk]), act=_("看一看"),
    )  # fmt: skip


SOURCE: Final = TodoSource("restrictions", ask)
