"""An office's own Word template for one kind of paper."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit


class Template(models.Model):
    """The file itself is an attachment (`files`) of this row; the newest in use of the nearest unit above an activity counts."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="paper_templates")
    kind = models.CharField(_("材料"), max_length=20)
    name = models.CharField(_("名称"), max_length=60)
    in_use = models.BooleanField(_("在用"), default=True)
    added_at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        ordering = ("-added_at",)

    def __str__(self) -> str:
        return self.name
