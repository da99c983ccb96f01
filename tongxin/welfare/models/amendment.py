"""What was changed of a round after it was approved."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.welfare.models.pack import Pack
from tongxin.welfare.models.round import Round


class Amendment(models.Model):
    """A change after the approval 批准以后改的: of how many there are of a `pack`, or, without one, of the end of choosing.

    `stock_was` and `stock` empty: enough for all. A row is never changed: the papers go by it for what had been approved.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="amendments")
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, null=True, blank=True, related_name="amendments")
    stock_was = models.PositiveIntegerField(_("原来几份"), null=True, blank=True)
    stock = models.PositiveIntegerField(_("一共几份"), null=True, blank=True)
    until_was = models.DateTimeField(_("原来选到"), null=True, blank=True)
    until = models.DateTimeField(_("选到"), null=True, blank=True)
    reason = models.CharField(_("为什么"), max_length=200)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        ordering = ("at", "id")
