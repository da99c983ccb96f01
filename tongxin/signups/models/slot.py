"""What people sign up for and come to: the whole of an activity, one of its sessions, one of its events."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity
from tongxin.places.models import Pool


class Slot(models.Model):
    """A part of an activity. A published activity has at least one, `whole`.

    `session` (场次): one meeting of a weekly class, one batch of an excursion. `event` (项目): an event of a sports meeting;
    `team_min`/`team_max` above one make it a team event, `per_unit` limits how many (persons or teams) a unit may send,
    `measure` says how results are ordered. Without a `pool` nobody signs up for it: who has a place in the whole comes.
    `whole` takes its day and place from the activity; what stands here overrides it. `asks`: the activity has questions.
    """

    class Kind(models.TextChoices):
        WHOLE = "whole", _("整项活动")
        SESSION = "session", _("场次")
        EVENT = "event", _("项目")

    class Measure(models.TextChoices):
        RANK = "rank", _("只记名次")
        TIME = "time", _("用时，少的在前")
        DISTANCE = "distance", _("距离或高度，多的在前")
        SCORE = "score", _("得分，多的在前")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="slots")
    kind = models.CharField(_("种类"), max_length=8, choices=Kind.choices, default=Kind.WHOLE)
    title = models.CharField(_("名称"), max_length=60, blank=True)
    starts_at = models.DateTimeField(_("开始"), null=True, blank=True)
    ends_at = models.DateTimeField(_("结束"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=100, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    asks = models.BooleanField(default=False, editable=False)
    pool = models.OneToOneField(Pool, on_delete=models.PROTECT, null=True, blank=True, related_name="slot")
    team_min = models.PositiveSmallIntegerField(_("每队最少"), default=1)
    team_max = models.PositiveSmallIntegerField(_("每队最多"), default=1)
    per_unit = models.PositiveSmallIntegerField(_("每单位限报"), null=True, blank=True)
    measure = models.CharField(_("成绩"), max_length=8, choices=Measure.choices, default=Measure.RANK)

    class Meta:
        ordering = ("order", "starts_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("activity",), condition=Q(kind="whole"), name="signups_one_whole"),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")), name="signups_slot_forward"
            ),
            models.CheckConstraint(condition=Q(team_max__gte=F("team_min")), name="signups_team_forward"),
        )

    def __str__(self) -> str:
        return self.title or str(self.activity)

    @property
    def is_team(self) -> bool:
        """Whether teams enter, not single people."""
        return self.team_max > 1
