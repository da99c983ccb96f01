"""Who was expected and who came."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Person
from tongxin.signups.models import Slot


class Sheet(models.Model):
    """The check-in of one slot, there since it was first opened.

    `closed_at` ends it: from then on who held a place and did not come is a no-show. The codes need no row: their secret
    comes from the installation's own (`queries.secret`), so a pass is good before anything is opened.
    """

    slot = models.OneToOneField(Slot, on_delete=models.CASCADE, related_name="sheet")
    opened_at = models.DateTimeField(_("开始签到"))
    closed_at = models.DateTimeField(_("结束签到"), null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(closed_at__gte=F("opened_at")), name="attendance_sheet_forward"
            ),
        )

    def __str__(self) -> str:
        return str(self.slot)


class Expected(models.Model):
    """A person who should come to a slot for which nobody signs up: an official meeting. Excused where `excuse` stands.

    `number` is the order on the list, never used twice in a slot; the four digits are made of it.
    """

    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, related_name="expected")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("次序"))
    excuse = models.CharField(_("请假原因"), max_length=100, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("slot", "person"), name="attendance_expected_once"),
            models.UniqueConstraint(fields=("slot", "number"), name="attendance_expected_number_once"),
        )

    def __str__(self) -> str:
        return str(self.person)


class Attendance(models.Model):
    """A person came to a slot. Once, however often and by whichever way it is sent.

    `at` is when it happened by the clock of the phone that saw it (queued ones come later), `kept_at` when it reached us.
    `walk_in` says why somebody who was not on the list was taken in.
    """

    class Way(models.TextChoices):
        SCAN = "scan", _("扫会员的码")
        SCREEN = "screen", _("扫屏幕上的码")
        TICK = "tick", _("勾名单")
        PAPER = "paper", _("纸质签到")
        SELF = "self", _("四位数字")

    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="attendances")
    at = models.DateTimeField(_("签到时间"))
    kept_at = models.DateTimeField()
    way = models.CharField(_("方式"), max_length=6, choices=Way.choices)
    companions = models.PositiveSmallIntegerField(_("带来家属"), default=0)
    by = models.CharField(max_length=120, blank=True)
    walk_in = models.CharField(_("不在名单里的原因"), max_length=100, blank=True)

    class Meta:
        ordering = ("at", "id")
        constraints = (models.UniqueConstraint(fields=("slot", "person"), name="attendance_once"),)

    def __str__(self) -> str:
        return f"{self.person}：{self.slot}"
