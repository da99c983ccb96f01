"""Delivery outside the site: an outbox that survives a crash."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.core.sealed import SealedTextField
from tongxin.notices.models.notice import Notice
from tongxin.org.models import Person, Unit


class Robot(models.Model):
    """A group robot of WeCom, DingTalk or Feishu that passes a unit's notices on to its group."""

    class Kind(models.TextChoices):
        WECOM = "wecom", _("企业微信")
        DINGTALK = "dingtalk", _("钉钉")
        FEISHU = "feishu", _("飞书")

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="robots")
    kind = models.CharField(_("种类"), max_length=8, choices=Kind.choices)
    name = models.CharField(_("群名"), max_length=40)
    address = SealedTextField(_("机器人地址"), max_length=300)
    secret = SealedTextField(_("签名密钥"), max_length=120, blank=True)
    in_use = models.BooleanField(_("在用"), default=True)

    def __str__(self) -> str:
        return self.name


class Preference(models.Model):
    """How a person wants to hear of things beside the site.

    No row: important notices and changes by mail, the rest in the digest.
    """

    class Mail(models.TextChoices):
        ALL = "all", _("每一条都发")
        IMPORTANT = "important", _("只发必读和变动")
        NONE = "none", _("不发邮件")

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="preference")
    mail = models.CharField(_("邮件"), max_length=10, choices=Mail.choices, default=Mail.IMPORTANT)
    digest = models.BooleanField(_("每周一封小结"), default=True)


class Parcel(models.Model):
    """One notice on its way to one mailbox or robot.

    waiting → sending (committed before anything leaves) → sent. What was `sending` when the process died may have left or
    not: it becomes `unclear` and is never sent again by itself (docs/decisions/0007). `kept`: nothing was to leave, because
    no mail server is named or because this is the demonstration. `key` is said once and makes the Message-ID of a mail.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("待发")
        SENDING = "sending", _("正在发")
        SENT = "sent", _("已发")
        FAILED = "failed", _("没发出去")
        UNCLEAR = "unclear", _("不确定")
        KEPT = "kept", _("没往外发")

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, null=True, blank=True, related_name="parcels")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="parcels")
    robot = models.ForeignKey(Robot, on_delete=models.CASCADE, null=True, blank=True, related_name="parcels")
    key = models.CharField(max_length=160, unique=True)
    subject = models.CharField(max_length=160, blank=True)
    body = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("due_at",), condition=Q(state="waiting"), name="notices_parcel_due"),
            # What went wrong, and what is on its way: few rows, looked for every few seconds.
            models.Index(
                fields=("state",), condition=~Q(state__in=("waiting", "sent", "kept")), name="notices_parcel_stuck"
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(person__isnull=False, robot=None) | Q(person=None, robot__isnull=False),
                name="notices_one_receiver",
            ),
        )

    def __str__(self) -> str:
        return self.subject or (self.notice.title if self.notice else self.key)
