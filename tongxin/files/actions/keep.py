"""Keep an uploaded file with the record it belongs to."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.files.models import Attachment
from tongxin.files.pictures import shown_copy
from tongxin.files.rules.sniffing import SHEETS, ending, paper_type, plain_name


@transaction.atomic
def keep(*, actor: Any, now: datetime, thing: Model, upload: UploadedFile, kind: str) -> Attachment:
    """Keep `upload` as a photo, paper or sheet of `thing`.

    An instrument of the owner's act, which checks authority, calls this in its transaction and leaves the audit entry.
    Of a photo only a copy to look at is kept: at most 2000 pixels, upright, without what the camera wrote into it.
    Refuses: `file.too_large`, `file.empty`, `file.not_a_photo`, `file.too_many_pixels`, `file.type`, `file.again`.
    """
    _require_size(upload)
    if kind == Attachment.Kind.PHOTO:
        upload = shown_copy(upload)
        content_type = upload.content_type or ""
    else:
        content_type = _paper_type(upload, kind)
    digest = _digest(upload)
    thing_type = thing._meta.label_lower
    if Attachment.objects.filter(thing_type=thing_type, thing_id=thing.pk, sha256=digest).exists():
        raise Refused("file.again", _("这个文件已经传过了，不用再传。"), field="upload")
    attachment = Attachment(
        thing_type=thing_type, thing_id=thing.pk, kind=kind, name=plain_name(upload.name or "") or _("没有名字"),
        content_type=content_type, size=upload.size or 0, sha256=digest, added_by_id=actor.user_id, added_at=now,
    )  # fmt: skip
    upload.seek(0)
    attachment.file.save(attachment.pk.hex, upload, save=False)
    attachment.save(force_insert=True)
    return attachment


def _require_size(upload: UploadedFile) -> None:
    if not upload.size:
        raise Refused("file.empty", _("这个文件是空的，选另一个。"), field="upload")
    if upload.size > settings.UPLOAD_LIMIT:
        most = {"most": settings.UPLOAD_LIMIT // (1024 * 1024)}
        raise Refused("file.too_large", _("文件超过%(most)sMB，压小一点再传。") % most, field="upload")


def _paper_type(upload: UploadedFile, kind: str) -> str:
    name = upload.name or ""
    upload.seek(0)
    found = paper_type(name, upload.read(16))
    if found is None or (kind == Attachment.Kind.SHEET and ending(name) not in SHEETS):
        sentence = _("这种文件收不了，或者它的内容和后缀对不上。可以传PDF、Word、Excel、PPT和图片。")
        raise Refused("file.type", sentence, field="upload")
    return found


def _digest(upload: UploadedFile) -> str:
    upload.seek(0)
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    return digest.hexdigest()
