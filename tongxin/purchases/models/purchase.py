"""What was bought: an append-only ledger in fen."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.goods.models import Product, Scope, Supplier
from tongxin.org.models import Unit
from tongxin.welfare.models import Pack, Payer, Round


class Invoice(models.Model):
    """An invoice 发票; its number is there once in a union (`root`, the one that `unit` belonged to) as long as it is not voided."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="invoices", verbose_name=_("单位"))
    root = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", editable=False)
    number = models.CharField(_("发票号码"), max_length=30)
    supplier = models.ForeignKey(Supplier, on_delete=models.PROTECT, related_name="+", verbose_name=_("开票方"))
    dated = models.DateField(_("开票日期"))
    fen = models.PositiveBigIntegerField(_("价税合计"))
    buyer = models.CharField(_("抬头"), max_length=100, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_why = models.CharField(_("作废原因"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("发票")
        ordering = ("-dated", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("root", "number"), condition=Q(voided_at=None), name="purchases_invoice_once"
            ),
        )

    def __str__(self) -> str:
        return self.number


class Purchase(models.Model):
    """A line of the ledger 采购台账. Never changed and never deleted (the database refuses it): a mistake is taken back by a
    counter-entry that `corrects` it with the same amount below nothing, and written anew.

    `fen` is the exact amount; `year` the year it counts for, by `on`, the day it was paid or, while it is not, ordered.
    `scopes` are copied from the product at the time; a line in several counts once in the whole. `heads`: for how many people.
    `sealed` are the ids of those scopes as the line was made with them, none for a line older than the seal: as a line never
    changes, the database lets no scope in that is not there (migration 0003).
    `item` is the pack's product that a line of a `pack` is of, also where `product` is empty because another supplier sold it.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="purchases", verbose_name=_("单位"))
    year = models.PositiveSmallIntegerField(_("计入年度"))
    on = models.DateField(_("日期"))
    round = models.ForeignKey(Round, on_delete=models.PROTECT, null=True, blank=True, related_name="purchases")
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, null=True, blank=True, related_name="purchases")
    item = models.ForeignKey(Product, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    supplier = models.ForeignKey(Supplier, on_delete=models.PROTECT, related_name="purchases", verbose_name=_("供应商"))
    product = models.ForeignKey(Product, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    what = models.CharField(_("买了什么"), max_length=120)
    count = models.DecimalField(_("数量"), max_digits=12, decimal_places=2, default=1)
    fen = models.BigIntegerField(_("金额"))
    payer = models.CharField(_("谁出"), max_length=7, choices=Payer.choices)
    purpose = models.CharField(_("用途"), max_length=40, blank=True)
    heads = models.PositiveIntegerField(_("多少人"), null=True, blank=True)
    county = models.CharField(_("产地"), max_length=6, blank=True)
    village = models.CharField(_("村"), max_length=60, blank=True)
    scopes = models.ManyToManyField(Scope, related_name="purchases", blank=True, verbose_name=_("统计口径"))
    sealed = models.JSONField(null=True, editable=False)
    proof = models.CharField(_("证明"), max_length=100, blank=True)
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, null=True, blank=True, related_name="lines")
    order_no = models.CharField(_("平台订单号"), max_length=60, blank=True)
    words = models.CharField(_("说明"), max_length=200, blank=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("采购")
        ordering = ("on", "id")
        indexes = (models.Index(fields=("unit", "year"), name="purchases_of_year"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(corrects=None, fen__gte=0) | Q(corrects__isnull=False, fen__lte=0),
                name="purchases_counter_entry_below_nothing",
            ),
        )

    def __str__(self) -> str:
        return self.what
