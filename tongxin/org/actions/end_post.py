"""End a post."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Post
from tongxin.org.rules import posts
from tongxin.ui.words import fullday


@transaction.atomic
def end_post(*, actor: Actor, now: datetime, post: Post, until: date, reason: str) -> Post:
    """The post ends on `until`, which is the first day it no longer holds; its rights end with it.

    Refuses: `post.ended`, `post.dates_crossed`, and as `require_right`.
    """
    require_right(actor, posts.right_to_appoint(post.kind), post.unit)
    post = lock(Post.objects.filter(pk=post.pk)).select_related("unit", "person").get()
    if post.until is not None and post.until <= until:
        words = _("这个职务%(day)s已经卸任。") % {"day": fullday(post.until)}
        raise Refused("post.ended", words, field="until")
    if until < post.since:
        raise Refused("post.dates_crossed", _("卸任日期不早于到任日期。改卸任日期。"), field="until")
    before = post.until
    post.until = until
    post.save(update_fields=["until"])
    record(
        actor=actor, now=now, act="org.end_post", thing=post, unit=post.unit, label=f"{post.person} {post}",
        reason=reason, before={"until": before}, after={"until": until},
    )  # fmt: skip
    return post
