"""Keep a photo or a paper with an activity."""

from __future__ import annotations

from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from tongxin.activities.access import require_run
from tongxin.activities.actions.turning import locked
from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.files.actions import keep
from tongxin.files.models import Attachment
from tongxin.org.actor import Actor


@transaction.atomic
def attach(*, actor: Actor, now: datetime, activity: Activity, upload: UploadedFile, kind: str) -> Attachment:
    """Keep a photo (members see it) or a paper (officers only). Possible in every state.

    Refuses: `access.…`, `file.too_large`, `file.empty`, `file.not_a_photo`, `file.type`, `file.again`.
    """
    held = locked(activity)
    require_run(actor, held)
    attachment = keep(actor=actor, now=now, thing=held, upload=upload, kind=kind)
    after = {"file": str(attachment.pk), "name": attachment.name, "kind": kind, "sha256": attachment.sha256}
    record(actor=actor, now=now, act="activities.attach", thing=held, unit=held.unit, after=after)
    return attachment
