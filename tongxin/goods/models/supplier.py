"""Who sells, and in which scopes of counting a purchase may fall."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit


class Scope(models.Model):
    """A scope of counting 统计口径 of assistance purchasing: the 832 counties, a twinned village, an assistance group.

    `counties` are county codes (GB/T 2260) whose goods may bear it; none: any may. Scopes may overlap: each is totalled for
    itself, and a purchase in several counts once in the whole. `source` says by which document.
    """

    class Kind(models.TextChoices):
        COUNTIES_832 = "c832", _("832个脱贫县")
        TWINNED = "twinned", _("结对帮扶")
        GROUP = "group", _("帮扶集团")
        OTHER = "other", _("其他帮扶")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="scopes", verbose_name=_("单位"))
    kind = models.CharField(_("哪一类"), max_length=8, choices=Kind.choices)
    name = models.CharField(_("名称"), max_length=60)
    counties = models.JSONField(_("县区"), default=list, blank=True)
    source = models.CharField(_("依据"), max_length=200, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("unit", "name"), name="goods_scope_once"),)

    def __str__(self) -> str:
        return self.name


class Supplier(models.Model):
    """A supplier 供应商 known to a union and those below it. `credit_code` is the 统一社会信用代码 (GB 32100-2015)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="suppliers", verbose_name=_("单位"))
    name = models.CharField(_("名称"), max_length=100)
    credit_code = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    contact = models.CharField(_("联系人"), max_length=60, blank=True)
    phone = models.CharField(_("电话"), max_length=30, blank=True)
    county = models.CharField(_("所在县区"), max_length=6, blank=True)
    on_832 = models.BooleanField(_("在832平台上"), default=False)
    note = models.CharField(_("备注"), max_length=200, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)
    retired_why = models.CharField(_("停用原因"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("供应商")
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(fields=("unit", "name"), name="goods_supplier_once"),
            models.UniqueConstraint(
                fields=("unit", "credit_code"), condition=~Q(credit_code=""), name="goods_credit_code_once"
            ),
        )

    def __str__(self) -> str:
        return self.name
