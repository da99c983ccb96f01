"""What is in a pack, what it costs, and who offered it for how much."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.goods.models import Product, Supplier
from tongxin.places.models import Pool
from tongxin.welfare.models.round import Round


class Pack(models.Model):
    """A gift pack 礼包 of a round: `letter` is its name in short (A, B …), `stock` how many there are (empty: enough for all).

    `price_fen` is what one costs: the sum of its items, written with them. `is_default`: who chooses nothing gets this one.
    `pool` holds the places of who chose it, from the day choosing opens.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="packs")
    letter = models.CharField(_("代号"), max_length=4)
    name = models.CharField(_("名称"), max_length=60)
    about = models.CharField(_("说明"), max_length=300, blank=True)
    stock = models.PositiveIntegerField(_("一共几份"), null=True, blank=True)
    is_default = models.BooleanField(_("不选的人给这个"), default=False)
    price_fen = models.PositiveBigIntegerField(_("每份价格"), default=0, editable=False)
    pool = models.OneToOneField(
        Pool, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="pack"
    )
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "letter", "id")
        constraints = (
            models.UniqueConstraint(fields=("round", "letter"), name="welfare_letter_once"),
            models.UniqueConstraint(fields=("round",), condition=Q(is_default=True), name="welfare_one_default"),
        )

    def __str__(self) -> str:
        return f"{self.letter} {self.name}"

    @property
    def called(self) -> str:
        """`A 米油礼包`."""
        return str(self)


class PackItem(models.Model):
    """So many of a product in each pack, at the price it had when it was put in, in fen."""

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="items")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+", verbose_name=_("产品"))
    count = models.PositiveSmallIntegerField(_("几份"), default=1)
    price_fen = models.PositiveBigIntegerField(_("单价"))

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("pack", "product"), name="welfare_product_once"),)

    @property
    def fen(self) -> int:
        """What this item adds to the pack's price."""
        return self.count * self.price_fen


class Quote(models.Model):
    """A supplier's quotation 报价 for one pack: fen each. At most one of a pack is `chosen`, with the reason where it is not the lowest."""

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="quotes")
    supplier = models.ForeignKey(Supplier, on_delete=models.PROTECT, related_name="+", verbose_name=_("供应商"))
    fen = models.PositiveBigIntegerField(_("每份报价"))
    quoted_on = models.DateField(_("报价日期"), null=True, blank=True)
    terms = models.CharField(_("交货和服务"), max_length=200, blank=True)
    chosen = models.BooleanField(_("选中"), default=False)
    reason = models.CharField(_("选它的理由"), max_length=200, blank=True)

    class Meta:
        ordering = ("fen", "id")
        constraints = (
            models.UniqueConstraint(fields=("pack", "supplier"), name="welfare_quote_once"),
            models.UniqueConstraint(fields=("pack",), condition=Q(chosen=True), name="welfare_one_chosen"),
        )
