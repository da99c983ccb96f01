"""What an outing 团建 needs beside being an activity: where to, how, who watches over it, what it costs, who let it go."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity
from tongxin.org.models import Person


class Outing(models.Model):
    """The application of a unit's yearly outing; title, day, unit and what came of it stand with its activity.

    `route` has one stop a line. `region` is a region code (`CN-34-02`). `nights` 0: back the same day. `spent_fen` is what it
    cost in all, known when it is closed. Payers' shares per head are rows (`Share`), turns of the application too (`Step`).
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("在填")
        APPLIED = "applied", _("等批")
        RETURNED = "returned", _("退回")
        APPROVED = "approved", _("已批准")
        CLOSED = "closed", _("已办结")

    class Vehicle(models.TextChoices):
        COACH = "coach", _("大巴")
        VAN = "van", _("中巴")
        CAR = "car", _("小车")
        PUBLIC = "public", _("公共交通")
        FOOT = "foot", _("步行")

    activity = models.OneToOneField(Activity, on_delete=models.CASCADE, primary_key=True, related_name="outing")
    state = models.CharField(_("状态"), max_length=8, choices=State.choices, default=State.DRAFT)
    destination = models.CharField(_("去哪里"), max_length=100, blank=True)
    region = models.CharField(_("哪个地区"), max_length=12, blank=True)
    route = models.TextField(_("路线"), blank=True)
    nights = models.PositiveSmallIntegerField(_("在外几晚"), default=0)
    headcount = models.PositiveIntegerField(_("人数"), null=True, blank=True)
    back_at = models.TimeField(_("几点回来"), null=True, blank=True)
    vehicle_kind = models.CharField(_("怎么去"), max_length=6, choices=Vehicle.choices, default=Vehicle.COACH)
    vehicles = models.PositiveSmallIntegerField(_("几辆车"), null=True, blank=True)
    vehicle_company = models.CharField(_("租车公司"), max_length=80, blank=True)
    plates = models.CharField(_("车牌"), max_length=120, blank=True)
    insurer = models.CharField(_("保险公司"), max_length=80, blank=True)
    policy_no = models.CharField(_("保单号"), max_length=60, blank=True)
    insured = models.PositiveIntegerField(_("保了多少人"), null=True, blank=True)
    safety_owner = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("安全负责人")
    )
    safety_phone = models.CharField(_("安全负责人电话"), max_length=30, blank=True)
    plan = models.TextField(_("应急预案"), blank=True)
    spent_fen = models.BigIntegerField(_("实际花费"), null=True, blank=True)

    class Meta:
        verbose_name = _("团建")
        constraints = (
            models.CheckConstraint(
                condition=Q(spent_fen=None) | Q(spent_fen__gte=0), name="outing_spent_no_less_than_0"
            ),
        )

    def __str__(self) -> str:
        return self.activity.title


class Share(models.Model):
    """What one payer gives for each head, in fen."""

    class Payer(models.TextChoices):
        UNION = "union", _("工会经费")
        DUES = "dues", _("会费")
        SCHOOL = "school", _("单位行政")
        SELF = "self", _("个人")

    outing = models.ForeignKey(Outing, on_delete=models.CASCADE, related_name="shares")
    payer = models.CharField(_("谁出"), max_length=6, choices=Payer.choices)
    fen = models.PositiveBigIntegerField(_("每人"))

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("outing", "payer"), name="outing_payer_once"),)


class Step(models.Model):
    """A turn of the application: handed in, approved, sent back, withdrawn, closed; never changed."""

    class Kind(models.TextChoices):
        APPLY = "apply", _("交了申请")
        APPROVE = "approve", _("批准")
        SEND_BACK = "send_back", _("退回")
        WITHDRAW = "withdraw", _("撤回")
        CLOSE = "close", _("办结")

    outing = models.ForeignKey(Outing, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("at", "id")
