"""Who was expected and who came."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Person
from tongxin.signups.models import Slot


class Sheet(models.Model):
    """The check-in of one slot: open or closed, with the secrets its codes are made of.

    `secret` keys the code on the screen (it changes every few seconds) and the members' own codes; `closed_at` ends it:
    from then on who held a place and did not come is a no-show.
    """

    slot = models.OneToOneField(Slot, on_delete=models.CASCADE, related_name="sheet")
    secret = models.CharField(max_length=64, default=secrets.token_hex, editable=False)
    opened_at = models.DateTimeField(_("开始签到"))
    closed_at = models.DateTimeField(_("结束签到"), null=True, blank=True)


class Expected(models.Model):
    """A person who should come to a slot for which nobody signs up: an official meeting. Excused where `excuse` stands."""

    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, related_name="expected")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    excuse = models.CharField(_("请假原因"), max_length=100, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("slot", "person"), name="attendance_expected_once"),)


class Attendance(models.Model):
    """A person came to a slot. Once, however often and by whichever way it is sent.

    `at` is when it happened by the clock of the phone that saw it (queued ones come later), `kept_at` when it reached us.
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

    class Meta:
        ordering = ("at", "id")
        constraints = (models.UniqueConstraint(fields=("slot", "person"), name="attendance_once"),)
