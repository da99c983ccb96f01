"""Who got a pack, by whom it was fetched, and what was wrong with it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tongxin.collecting.models.point import Point
from tongxin.org.models import Person
from tongxin.welfare.models import Entitled, Pack


class Receipt(models.Model):
    """An entitled person's pack was handed out. Once, however often and by whichever phone it is sent.

    `at` is when it happened by the clock of the phone that saw it (queued ones come later), `kept_at` when it reached us.
    `proxy` fetched it for the person. `signature` is the drawn signature as an SVG path, where one was given.
    `key` is the phone's own mark of what it sent: what is sent again is known again, even after it was taken back.
    `note` says why it was handed out though something spoke against it (the person had left).
    Rows are never deleted: a return or a wrong scan is taken back (`undone_at`) with its reason, and then there may be another.
    """

    class Way(models.TextChoices):
        SCAN = "scan", _("扫会员的码")
        DIGITS = "digits", _("报数字")
        SIGN = "sign", _("当面签名")
        TICK = "tick", _("勾名单")
        PAPER = "paper", _("纸质签领")
        SELF = "self", _("本人确认")
        DELIVERED = "delivered", _("送到家")
        DONATED = "donated", _("捐了")

    entitled = models.ForeignKey(Entitled, on_delete=models.PROTECT, related_name="receipts")
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="receipts")
    point = models.ForeignKey(Point, on_delete=models.SET_NULL, null=True, blank=True, related_name="receipts")
    proxy = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    way = models.CharField(_("方式"), max_length=9, choices=Way.choices)
    signature = models.TextField(_("签名"), blank=True)
    at = models.DateTimeField(_("领取时间"))
    kept_at = models.DateTimeField()
    by = models.CharField(_("经办"), max_length=120, blank=True)
    key = models.CharField(max_length=48, blank=True, editable=False)
    note = models.CharField(_("为什么还是发了"), max_length=200, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_why = models.CharField(_("退回或撤销的原因"), max_length=200, blank=True)
    returned = models.BooleanField(_("货退回来了"), default=False)

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(fields=("entitled",), condition=Q(undone_at=None), name="collecting_once"),
            models.UniqueConstraint(fields=("key",), condition=~Q(key=""), name="collecting_sent_once"),
        )

    def __str__(self) -> str:
        return f"{self.entitled.person}：{self.pack}"


class Proxy(models.Model):
    """An entitled person lets another fetch the pack 代领; the row is the consent. `vouched` says how an officer knows of it
    where the person did not give it on the own phone. One at a time."""

    entitled = models.ForeignKey(Entitled, on_delete=models.CASCADE, related_name="proxies")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name=_("代领人"))
    vouched = models.CharField(_("怎么知道本人同意"), max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("entitled",), condition=Q(withdrawn_at=None), name="collecting_one_proxy"),
        )


class Complaint(models.Model):
    """Something is wrong with a pack 售后: what, and what became of it. Only who wrote it and who runs the round read the words;
    members see how many there were, how many are answered, and the answers that the office made public."""

    class Kind(models.TextChoices):
        DAMAGED = "damaged", _("破了坏了")
        MISSING = "missing", _("少了东西")
        WRONG = "wrong", _("发错了")
        QUALITY = "quality", _("质量不好")
        OTHER = "other", _("别的")

    class Outcome(models.TextChoices):
        EXCHANGED = "exchanged", pgettext_lazy("complaint", "换了")
        REPLENISHED = "replenished", _("补了")
        RETURNED = "returned", _("退了")
        EXPLAINED = "explained", _("说明了情况")

    entitled = models.ForeignKey(Entitled, on_delete=models.PROTECT, related_name="complaints")
    kind = models.CharField(_("怎么了"), max_length=8, choices=Kind.choices)
    words = models.CharField(_("说一下"), max_length=300)
    at = models.DateTimeField()
    outcome = models.CharField(_("怎么办的"), max_length=12, choices=Outcome.choices, blank=True)
    answer = models.CharField(_("答复"), max_length=300, blank=True)
    public = models.BooleanField(_("答复让大家看到"), default=False)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("-at", "-id")
