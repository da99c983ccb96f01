"""What the planner must know of an activity; what nobody has told is guessed (`rules.guess`)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity
from tongxin.org.models import Person, Unit


class PlanningFacts(models.Model):
    """What officers told of one activity. Empty (None, ""): not told, the guess holds.

    `weekdays` and `parts` are digits (`02` Monday and Wednesday; parts of the day 0 morning, 1 afternoon, 2 evening).
    `heads` is how many are there at one time, where people come in batches. Money is whole fen.
    `keeps_day`: it stays on its day, whatever happens. `like` names a group that keeps `spacing` days between its starts.
    """

    class DayKind(models.TextChoices):
        WORK = "work", _("工作日")
        OFF = "off", _("周末")
        ANY = "any", _("都行")

    class YesNo(models.TextChoices):
        YES = "yes", _("可以")
        NO = "no", _("不行")

    class Festival(models.TextChoices):
        NONE = "none", _("不跟着节日走")
        NEW_YEAR = "yuandan", _("元旦")
        SPRING = "chunjie", _("春节")
        LANTERN = "yuanxiao", _("元宵")
        WOMEN = "sanba", _("三八")
        LABOUR = "wuyi", _("五一")
        YOUTH = "wusi", _("五四")
        DRAGON_BOAT = "duanwu", _("端午")
        TEACHERS = "jiaoshi", _("教师节")
        MID_AUTUMN = "zhongqiu", _("中秋")
        NATIONAL = "guoqing", _("国庆")
        DOUBLE_NINTH = "chongyang", _("重阳")
        YEAR_END = "nianhui", _("年会")

    activity = models.OneToOneField(Activity, on_delete=models.CASCADE, related_name="planning")
    earliest = models.DateField(_("最早"), null=True, blank=True)
    latest = models.DateField(_("最晚"), null=True, blank=True)
    festival = models.CharField(_("跟着哪个节日"), max_length=10, choices=Festival.choices, blank=True)
    weekdays = models.CharField(_("星期几"), max_length=7, blank=True)
    day_kind = models.CharField(_("哪种日子"), max_length=4, choices=DayKind.choices, blank=True)
    parts = models.CharField(_("一天里的哪段"), max_length=3, blank=True)
    online = models.CharField(_("能不能改线上"), max_length=3, choices=YesNo.choices, blank=True)
    reach = models.CharField(_("去多远"), max_length=6, choices=Activity.Reach.choices, blank=True)
    heads = models.PositiveIntegerField(_("同一时间多少人"), null=True, blank=True)
    keeps_day = models.BooleanField(_("日子不能动"), default=False)
    officer = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("谁来操办")
    )
    cost = models.PositiveBigIntegerField(_("现场办花多少"), null=True, blank=True)
    cost_online = models.PositiveBigIntegerField(_("线上办花多少"), null=True, blank=True)
    payer = models.ForeignKey(
        Unit, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("谁出钱")
    )
    like = models.CharField(_("同一类"), max_length=30, blank=True)
    spacing = models.PositiveSmallIntegerField(_("至少隔几天"), null=True, blank=True)
    follows = models.ForeignKey(
        Activity, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("排在哪项之后")
    )
    lag = models.PositiveSmallIntegerField(_("至少晚几天"), null=True, blank=True)
    avoid_exams = models.BooleanField(_("避开考试周"), null=True, blank=True)
    avoid_vacations = models.BooleanField(_("避开寒暑假"), null=True, blank=True)

    class Meta:
        verbose_name = _("排期条件")
        constraints = (
            models.CheckConstraint(
                condition=Q(earliest=None) | Q(latest=None) | Q(latest__gte=F("earliest")),
                name="planner_window_forward",
            ),
            models.CheckConstraint(
                condition=Q(follows=None) | ~Q(follows=F("activity")), name="planner_follows_another"
            ),
        )
