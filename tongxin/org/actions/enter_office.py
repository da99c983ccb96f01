"""Put the office hat on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Post


@transaction.atomic
def enter_office(*, actor: Actor, now: datetime, verified: bool = False) -> None:
    """Record that the rights of the posts come into force; the view keeps it in the session (org/office.py).

    `verified` says whether the session has shown a one-time code.
    Refuses: `access.no_post` (404), `access.second_factor` (403) where a post held today demands the code.
    """
    today = clock.today(now)
    held = Post.objects.filter(Q(until=None) | Q(until__gt=today), person_id=actor.person_id or 0, since__lte=today)
    posts = list(held.select_related("unit"))
    if not posts:
        raise Refused("access.no_post", _("没有这一页，或者你不能看它。"), status=404)
    if not verified and any(post.needs_second_factor for post in posts):
        raise Refused("access.second_factor", _("你的职务要用动态口令。先验证，再进入工作台。"), status=403)
    person = Person.objects.select_related("union").get(pk=posts[0].person_id)
    after = {"posts": [str(post) for post in posts]}
    record(actor=actor, now=now, act="org.enter_office", thing=person, unit=person.union, after=after)
