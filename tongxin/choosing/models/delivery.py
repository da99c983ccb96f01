"""How a person gets the pack, where it is not fetched at a pick-up point."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.core.sealed import SealedTextField
from tongxin.welfare.models import Entitled


class Way(models.Model):
    """Home delivery or a donation instead of fetching the pack; no row: fetched. Which pack is the person's place in the round's
    bundle. Who receives it where lies sealed in the database, is erased when the round is closed (`erased_at`), and is read only by
    who runs the round.
    """

    class Kind(models.TextChoices):
        DELIVERY = "delivery", _("送到家")
        DONATION = "donation", _("捐出去")

    entitled = models.OneToOneField(Entitled, on_delete=models.CASCADE, related_name="way")
    kind = models.CharField(_("怎么领"), max_length=8, choices=Kind.choices)
    receiver = SealedTextField(_("收件人"), blank=True)
    phone = SealedTextField(_("电话"), blank=True)
    address = SealedTextField(_("地址"), blank=True)
    at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("kind",), condition=Q(erased_at=None), name="choosing_way_kept"),)
