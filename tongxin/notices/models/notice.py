"""What is said to people, and who has read it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Person, Unit


class Notice(models.Model):
    """One thing said to some people, once. `key` is what it is about (`signups.moved:12:…`): it is never said twice.

    `important` (必读): each reader says that it was read; officers see who has not. `standing` ones are written once and
    given to single persons as it comes (“报上了”): they have no list of receivers of their own.
    """

    class Kind(models.TextChoices):
        INVITATION = "invitation", _("活动通知")
        CHANGE = "change", _("变动")
        PLACE = "place", _("报名")
        ANNOUNCEMENT = "announcement", _("公告")
        REMINDER = "reminder", _("提醒")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="notices", verbose_name=_("单位"))
    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(_("种类"), max_length=12, choices=Kind.choices)
    title = models.CharField(_("标题"), max_length=120)
    body = models.TextField(_("内容"), blank=True)
    url = models.CharField(max_length=200, blank=True)
    important = models.BooleanField(_("必读"), default=False)
    audience = models.CharField(_("发给"), max_length=120, blank=True)
    at = models.DateTimeField(_("时间"))
    by = models.CharField(_("谁发的"), max_length=120)
    thing_type = models.CharField(max_length=60, blank=True)
    thing_id = models.BigIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = _("通知")
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("thing_type", "thing_id")), models.Index(fields=("unit", "at")))

    def __str__(self) -> str:
        return self.title


class Message(models.Model):
    """A notice in one person's hands. `at` is when it came, or was last brought back to the top by a reminder."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="messages")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="messages")
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-at", "-id")
        indexes = (
            models.Index(fields=("person", "-at")),
            models.Index(fields=("person",), condition=Q(read_at=None), name="notices_unread"),
        )
        constraints = (models.UniqueConstraint(fields=("notice", "person"), name="notices_told_once"),)
