"""Private attachments: photos and papers that belong to a record of another app."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def kept_at(attachment: Attachment, filename: str) -> str:
    """Where the bytes lie: by the attachment's own id, so that no typed name reaches the file system."""
    return f"attachments/{attachment.pk.hex[:2]}/{attachment.pk.hex}"


class Attachment(models.Model):
    """One file. Who may open it is asked of the app that owns the thing it hangs on (`files.owners`)."""

    class Kind(models.TextChoices):
        PHOTO = "photo", _("照片")
        PAPER = "paper", _("材料")
        SHEET = "sheet", _("表格")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    thing_type = models.CharField(max_length=60)
    thing_id = models.BigIntegerField()
    kind = models.CharField(_("种类"), max_length=8, choices=Kind.choices)
    name = models.CharField(_("文件名"), max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(_("大小"))
    sha256 = models.CharField(max_length=64)
    file = models.FileField(upload_to=kept_at)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("added_at", "id")
        indexes = (models.Index(fields=("thing_type", "thing_id")),)

    def __str__(self) -> str:
        return self.name
