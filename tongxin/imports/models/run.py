"""A spreadsheet on its way in."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def kept_at(run: ImportRun, filename: str) -> str:
    """Where the file lies: by the run's own id, so that no typed name reaches the file system."""
    return f"imports/{run.pk.hex}"


class ImportRun(models.Model):
    """One uploaded spreadsheet: how it was understood, whether it went in, and what came of it.

    Nothing of the file is written to the union's records before `apply_run`; the preview is computed from the file
    anew. `choices` holds what a person changed: `sheets`, `header_row`, `columns` (see `reading.begin`), `units` (name
    → "new" or a unit's code), `cells` (sheet → row → column → what is to be read there instead). `outcome` holds the
    counts of what went in. The file is served to nobody and goes 30 days after the run ended (`actions.clean`).
    """

    class State(models.TextChoices):
        CHECKING = "checking", _("核对中")
        APPLIED = "applied", _("已入库")
        DROPPED = "dropped", _("已放弃")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("种类"), max_length=20)
    unit_path = models.CharField(max_length=200)
    unit_pk = models.BigIntegerField()
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    filename = models.CharField(_("文件名"), max_length=200)
    file = models.FileField(upload_to=kept_at, blank=True)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.CHECKING)
    choices = models.JSONField(default=dict)
    outcome = models.JSONField(default=dict)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("导入")
        ordering = ("-added_at",)
        indexes = (models.Index(fields=("kind", "-added_at")),)

    def __str__(self) -> str:
        return self.filename

    @property
    def is_open(self) -> bool:
        """Whether it still waits to be taken in."""
        return self.state == self.State.CHECKING
