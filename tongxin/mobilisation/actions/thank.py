"""Thank all who served in a call, once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.mobilisation.actions.holding import held_call
from tongxin.mobilisation.models import Call, Service
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.org.actor import Actor


@transaction.atomic
def thank(*, actor: Actor, now: datetime, call: Call, words: str) -> int:
    """A notice to everybody who served at least a minute; the call's page names them to the union from then on. How many.

    Refuses: `access.…`, `call.thanked`, `call.no_thanks`, `call.nobody_served`.
    """
    held = held_call(actor, call)
    if held.thanked_at is not None:
        raise Refused("call.thanked", _("已经谢过了，不用再发。"))
    if not words.strip():
        raise Refused("call.no_thanks", _("写一句感谢的话。"), field="words")
    served = Service.objects.filter(shift__duty__call=held, replaced_by=None, minutes__gt=0)
    people = set(served.values_list("person", flat=True))
    if not people:
        raise Refused("call.nobody_served", _("还没有记下谁来了。先在各班里记，再感谢。"))
    held.thanked_at, held.thanks = now, words.strip()
    held.save(update_fields=["thanked_at", "thanks"])
    with ours():
        tell(
            actor=actor, now=now, unit=held.unit, kind=Notice.Kind.ANNOUNCEMENT, key=f"mobilisation:{held.pk}:thanks",
            title=_("感谢你：%(title)s") % {"title": held.title}, body=held.thanks, to=people, thing=held,
            url=reverse("mobilisation:call", args=[held.pk]), audience=_("来过的志愿者"),
        )  # fmt: skip
    record(
        actor=actor, now=now, act="mobilisation.thank", thing=held, unit=held.unit, after={"people": len(people), "words": held.thanks}
    )  # fmt: skip
    return len(people)
