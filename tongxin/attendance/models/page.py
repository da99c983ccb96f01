"""A signed list on paper, photographed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.files.models import Attachment
from tongxin.signups.models import Slot


class Page(models.Model):
    """A photo of a page that people signed, kept as a paper of the activity; its list is ticked beside it."""

    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, related_name="pages")
    attachment = models.OneToOneField(Attachment, on_delete=models.CASCADE, related_name="+", verbose_name=_("照片"))

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.attachment)
