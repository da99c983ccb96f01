"""What is on record for an activity under a restriction 管控."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models.activity import Activity
from tongxin.files.models import Attachment
from tongxin.restrictions.models import Restriction


class Clearance(models.Model):
    """A plan, a filing or an approval that meets what a restriction demands of an activity; `paper` is the document, if kept here."""

    class Kind(models.TextChoices):
        PLAN = "plan", _("防控方案")
        FILE = "file", _("报备")
        APPROVE = "approve", _("批准")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="clearances")
    restriction = models.ForeignKey(Restriction, on_delete=models.PROTECT, related_name="clearances")
    kind = models.CharField(_("是什么"), max_length=7, choices=Kind.choices)
    words = models.CharField(_("说明"), max_length=300, blank=True)
    number = models.CharField(_("文号"), max_length=60, blank=True)
    paper = models.ForeignKey(Attachment, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("管控要的记录")
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(fields=("activity", "restriction", "kind"), name="activity_clearance_once"),
            models.CheckConstraint(condition=Q(kind__in=("plan", "file", "approve")), name="activity_clearance_known"),
        )

    def __str__(self) -> str:
        return str(self.get_kind_display())
