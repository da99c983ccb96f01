"""What is sold."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.goods.models.supplier import Scope, Supplier


class Product(models.Model):
    """A product of a supplier: its price in fen, where it comes from (`county` by GB/T 2260, `village` in words), in which
    scopes it counts and what proves it (认定号, 平台编号)."""

    supplier = models.ForeignKey(Supplier, on_delete=models.PROTECT, related_name="products", verbose_name=_("供应商"))
    name = models.CharField(_("品名"), max_length=80)
    spec = models.CharField(_("规格"), max_length=60, blank=True)
    measure = models.CharField(_("单位"), max_length=10, blank=True)
    price_fen = models.PositiveBigIntegerField(_("单价"))
    county = models.CharField(_("产地"), max_length=6, blank=True)
    village = models.CharField(_("村"), max_length=60, blank=True)
    scopes = models.ManyToManyField(Scope, related_name="products", blank=True, verbose_name=_("统计口径"))
    proof = models.CharField(_("证明"), max_length=100, blank=True)
    proof_until = models.DateField(_("证明有效到"), null=True, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("产品")
        ordering = ("supplier__name", "name", "spec", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("supplier", "name", "spec"), condition=Q(retired_at=None), name="goods_product_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.spec}".strip()
