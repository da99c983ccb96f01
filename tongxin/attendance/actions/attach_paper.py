"""Keep a photo of the signed list."""

from __future__ import annotations

from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.actions import attach
from tongxin.attendance.models import Page
from tongxin.core.refusals import Refused
from tongxin.files.models import Attachment
from tongxin.org.actor import Actor
from tongxin.signups.models import Slot


@transaction.atomic
def attach_paper(*, actor: Actor, now: datetime, slot: Slot, upload: UploadedFile) -> Page:
    """Keep a photo of a page that people signed, as a paper of the activity (officers only).

    The entry is the activity's own, `activities.attach`. Refuses: as `activities.actions.attach`, `attendance.no_photo`.
    """
    kept = attach(actor=actor, now=now, activity=slot.activity, upload=upload, kind=Attachment.Kind.PAPER)
    if not kept.content_type.startswith("image/"):
        raise Refused("attendance.no_photo", _("这不是照片。拍下签到表，传照片。"), field="upload")
    return Page.objects.create(slot=slot, attachment=kept)
