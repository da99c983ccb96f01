"""Send once more what did not leave, or may not have."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.notices.access import get_parcel, unit_of_parcel
from tongxin.notices.models import Parcel
from tongxin.org.actor import Actor

STUCK = (Parcel.State.FAILED, Parcel.State.UNCLEAR)


@transaction.atomic
def send_again(*, actor: Actor, now: datetime, parcel: Parcel) -> Parcel:
    """Put a parcel that failed, or of which nobody knows, back into the outbox. An unclear one may arrive twice.

    Refuses: 404 and `access.office_mode` as `get_parcel`, `parcel.not_stuck`.
    """
    parcel = get_parcel(actor, parcel.pk)
    before = lock(Parcel.objects.filter(pk=parcel.pk)).values_list("state", flat=True).get()
    if before not in STUCK:
        raise Refused("parcel.not_stuck", _("它已经在发或者发好了，不用再发。"))
    Parcel.objects.filter(pk=parcel.pk).update(
        state=Parcel.State.WAITING, due_at=now, tries=0, fault="", taken_at=None, done_at=None
    )
    record(
        actor=actor, now=now, act="notices.send_again", thing=parcel, unit=unit_of_parcel(parcel),
        before={"delivery": before}, after={"delivery": "waiting"},
    )  # fmt: skip
    parcel.refresh_from_db()
    return parcel
