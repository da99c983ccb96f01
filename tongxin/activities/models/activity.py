"""One activity, one life."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models.catalogue import Category, Group
from tongxin.org.models import Unit


class Activity(models.Model):
    """The planned activity and the activity that happens are the same record.

    `starts_on`/`ends_on` is when it takes place as things stand (empty: date open); `planned_on` is what was first
    planned and never changes after publishing. `year` is the year it counts for, whatever its date.
    `indoor` and `reach` (on the premises, in the city, beyond it) are what restrictions 管控 look at.
    `published_at` is when members first saw it: what they have seen stays visible when it is called off.
    A done activity keeps what came of it: `held_on`, `held_until`, `persons` (people reached, each once) and
    `person_times` (all attendances): two counting units that are never added.
    """

    class State(models.TextChoices):
        IDEA = "idea", _("设想")
        PLANNED = "planned", _("已列入计划")
        PUBLISHED = "published", _("已发布")
        UNDER_WAY = "under_way", _("进行中")
        DONE = "done", _("已开展")
        POSTPONED = "postponed", _("延期")
        CANCELLED = "cancelled", _("取消")
        MERGED = "merged", _("已并入")

    class Mode(models.TextChoices):
        ON_SITE = "on_site", _("现场")
        ONLINE = "online", _("线上")
        MIXED = "mixed", _("线上线下")

    class Reach(models.TextChoices):
        HERE = "here", _("校内")
        CITY = "city", _("市内")
        BEYOND = "beyond", _("市外")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="activities", verbose_name=_("归属单位"))
    year = models.PositiveSmallIntegerField(_("计入年度"))
    title = models.CharField(_("活动名称"), max_length=100)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="activities", verbose_name=_("类别"))
    group = models.ForeignKey(
        Group, on_delete=models.PROTECT, null=True, blank=True, related_name="activities", verbose_name=_("活动组")
    )
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.IDEA)
    mode = models.CharField(_("形式"), max_length=8, choices=Mode.choices, default=Mode.ON_SITE)
    planned_on = models.DateField(_("计划日期"), null=True, blank=True)
    planned_words = models.CharField(_("计划时间原文"), max_length=40, blank=True)
    starts_on = models.DateField(_("开始日期"), null=True, blank=True)
    ends_on = models.DateField(_("结束日期"), null=True, blank=True)
    starts_at = models.TimeField(_("开始时间"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=100, blank=True)
    indoor = models.BooleanField(_("在室内"), default=True)
    reach = models.CharField(_("去多远"), max_length=6, choices=Reach.choices, default=Reach.HERE)
    published_at = models.DateTimeField(_("发布时间"), null=True, blank=True, editable=False)
    about = models.TextField(_("活动内容"), blank=True)
    expected = models.PositiveIntegerField(_("预计人数"), null=True, blank=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="absorbed")
    held_on = models.DateField(_("实际开始"), null=True, blank=True)
    held_until = models.DateField(_("实际结束"), null=True, blank=True)
    persons = models.PositiveIntegerField(_("参加人数"), null=True, blank=True)
    person_times = models.PositiveIntegerField(_("参加人次"), null=True, blank=True)
    outcome = models.TextField(_("开展情况"), blank=True)

    class Meta:
        verbose_name = _("活动")
        ordering = ("year", "starts_on", "id")
        indexes = (models.Index(fields=("unit", "year", "state")), models.Index(fields=("held_on",)))
        constraints = (
            models.CheckConstraint(condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="activity_forward"),
            models.CheckConstraint(condition=~Q(state="done") | Q(held_on__isnull=False), name="activity_done_has_day"),
            models.CheckConstraint(condition=Q(state="done") | Q(held_on=None), name="activity_day_only_if_done"),
            models.CheckConstraint(
                condition=Q(held_until=None) | Q(held_until__gte=F("held_on")), name="activity_held_forward"
            ),
            models.CheckConstraint(
                condition=~Q(state="merged") | Q(merged_into__isnull=False), name="activity_merged_into_one"
            ),
            models.CheckConstraint(
                condition=Q(persons=None) | Q(person_times=None) | Q(person_times__gte=F("persons")),
                name="activity_times_cover_persons",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def day(self) -> date | None:
        """When it took place, or is to take place; None while the date is open."""
        return self.held_on or self.starts_on


class Organiser(models.Model):
    """A unit's part in an activity: any kind of unit, several of them."""

    class Role(models.TextChoices):
        HOST = "host", _("主办")
        RUN = "run", _("承办")
        ASSIST = "assist", _("协办")
        JOINT = "joint", _("联合")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="organisers")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="organised", verbose_name=_("单位"))
    role = models.CharField(_("角色"), max_length=8, choices=Role.choices, default=Role.RUN)
    order = models.PositiveSmallIntegerField(default=0)
    counts = models.BooleanField(_("计入该单位"), default=True, editable=False)

    class Meta:
        ordering = ("order", "id")
        indexes = (models.Index(fields=("unit", "activity")),)
        constraints = (models.UniqueConstraint(fields=("activity", "unit"), name="activity_organiser_once"),)


class Change(models.Model):
    """A turn in an activity's life that its plan did not foresee, with its reason."""

    class Kind(models.TextChoices):
        MOVED = "moved", _("改期")
        POSTPONED = "postponed", _("延期")
        ONLINE = "online", _("改线上")
        CANCELLED = "cancelled", _("取消")
        MERGED = "merged", _("合并")
        REINSTATED = "reinstated", _("恢复")

    class Reason(models.TextChoices):
        EPIDEMIC = "epidemic", _("疫情防控")
        WEATHER = "weather", _("天气")
        VENUE = "venue", _("场地")
        PEOPLE = "people", _("人手或参加人员")
        FUNDS = "funds", _("经费")
        CLASH = "clash", _("与其他工作冲突")
        SUPERIOR = "superior", _("上级要求")
        OTHER = "other", _("其他")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(_("变动"), max_length=10, choices=Kind.choices)
    reason = models.CharField(_("原因"), max_length=10, choices=Reason.choices)
    words = models.CharField(_("说明"), max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    day_before = models.DateField(null=True, blank=True)
    day_after = models.DateField(null=True, blank=True)
    year_before = models.PositiveSmallIntegerField()
    year_after = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("at", "id")
