"""What an activity is to cost, what it cost, and what was given as prizes: the lines its forms are printed from."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity
from tongxin.org.models import Person


class Line(models.Model):
    """A line of the budget (预算) or the settlement (决算). Money in yuan, exact to the fen."""

    class Side(models.TextChoices):
        BUDGET = "budget", _("预算")
        SETTLEMENT = "settlement", _("决算")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="money_lines")
    side = models.CharField(max_length=10, choices=Side.choices)
    item = models.CharField(_("项目"), max_length=60)
    price = models.DecimalField(_("单价"), max_digits=12, decimal_places=2)
    count = models.DecimalField(_("数量"), max_digits=9, decimal_places=2, default=1)
    measure = models.CharField(_("单位"), max_length=10, blank=True)
    amount = models.DecimalField(_("金额"), max_digits=12, decimal_places=2)
    remark = models.CharField(_("备注"), max_length=100, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("side", "order", "id")


class Prize(models.Model):
    """A prize of an activity and who received it."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="prizes")
    name = models.CharField(_("奖项"), max_length=60)
    thing = models.CharField(_("奖品"), max_length=60, blank=True)
    value = models.DecimalField(_("价值（元）"), max_digits=9, decimal_places=2, default=0)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    receiver = models.CharField(_("领取人或队"), max_length=60, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "id")
