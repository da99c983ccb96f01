"""Take a photo or a paper away from an activity."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.activities.actions.turning import locked
from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.files.actions import discard
from tongxin.files.models import Attachment
from tongxin.org.access import label_of
from tongxin.org.actor import Actor


@transaction.atomic
def detach(*, actor: Actor, now: datetime, activity: Activity, attachment: Attachment) -> None:
    """Delete a file of the activity. Refuses: `access.…`, `file.elsewhere` (404) where it is no file of this one."""
    held = locked(activity)
    require_run(actor, held)
    if (attachment.thing_type, attachment.thing_id) != (label_of(held), held.pk):
        raise Refused("file.elsewhere", _("这个文件不在这项活动里。"), status=404)
    before = {"file": str(attachment.pk), "name": attachment.name, "kind": attachment.kind, "sha256": attachment.sha256}
    discard(attachment=attachment)
    record(actor=actor, now=now, act="activities.detach", thing=held, unit=held.unit, before=before)
