"""How a person wants to hear of things."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.notices.models import Preference
from tongxin.org.actions import change_person
from tongxin.org.actor import Actor
from tongxin.org.models import Person


@transaction.atomic
def set_preferences(*, actor: Actor, now: datetime, mail: str, digest: bool, email: str) -> Preference:
    """Set one's own address for mail, and what comes there. Without a change, no entry; a new address leaves its own.

    Refuses: `preferences.no_person`, and as `change_person`.
    """
    person = Person.objects.select_related("union").filter(pk=actor.person_id or 0).first()
    if person is None:
        raise Refused("preferences.no_person", _("花名册里没有你，没有通知会发给你。"))
    change_person(actor=actor, now=now, person=person, email=email)
    kept = Preference.objects.filter(person=person).first() or Preference(person=person)
    before, after = {"mail": kept.mail, "digest": kept.digest}, {"mail": mail, "digest": digest}
    if before != after:
        kept.mail, kept.digest = mail, digest
        kept.save()
        record(
            actor=actor, now=now, act="notices.set_preferences", thing=person, unit=person.union, before=before, after=after
        )  # fmt: skip
    return kept
