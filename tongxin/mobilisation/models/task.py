"""A task handed to units, and how far each of them is."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit


class Task(models.Model):
    """Something that a unit asks of units below it (任务).

    `acknowledge`: each has to say that it was read. `wants` says what shows that it is done. `counts` names a number that
    each unit reports (返校人数), as so many of so many. Closed with a note in `closing`; nothing is reported any more then.
    """

    class State(models.TextChoices):
        OPEN = "open", _("进行中")
        CLOSED = "closed", _("已了结")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="tasks_given", verbose_name=_("单位"))
    title = models.CharField(_("任务"), max_length=80)
    what = models.TextField(_("要做什么"), max_length=2000)
    due_on = models.DateField(_("哪天前"))
    acknowledge = models.BooleanField(_("要各单位回复收到"), default=True)
    wants = models.CharField(_("交什么"), max_length=200, blank=True)
    counts = models.CharField(_("报什么数"), max_length=30, blank=True)
    state = models.CharField(_("状态"), max_length=6, choices=State.choices, default=State.OPEN)
    given_at = models.DateTimeField(editable=False)
    by = models.CharField(_("谁布置的"), max_length=120)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    closing = models.CharField(_("了结时的说明"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("任务")
        ordering = ("-given_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None) | Q(state="closed", closed_at__isnull=False),
                name="mobilisation_task_closed_when",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Handed(models.Model):
    """A task in one unit's hands, as it was last reported."""

    class State(models.TextChoices):
        NOT_STARTED = "todo", _("没开始")
        UNDER_WAY = "doing", _("在做")
        DONE = "done", _("做完了")
        CANNOT = "cannot", _("做不了")

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="handed")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="tasks", verbose_name=_("单位"))
    state = models.CharField(_("进展"), max_length=6, choices=State.choices, default=State.NOT_STARTED)
    words = models.CharField(_("说明"), max_length=300, blank=True)
    number = models.PositiveIntegerField(_("数"), null=True, blank=True)
    whole = models.PositiveIntegerField(_("总数"), null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.CharField(max_length=120, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("单位的任务")
        ordering = ("unit__order", "unit__name_key", "id")
        constraints = (
            models.UniqueConstraint(fields=("task", "unit"), name="mobilisation_handed_once"),
            models.CheckConstraint(
                condition=Q(number=None) | Q(whole=None) | Q(number__lte=F("whole")), name="mobilisation_part_of_whole"
            ),
            models.CheckConstraint(
                condition=Q(state="done", done_at__isnull=False) | (~Q(state="done") & Q(done_at=None)),
                name="mobilisation_done_when",
            ),
        )

    def __str__(self) -> str:
        return f"{self.task} {self.unit.called}"


class Report(models.Model):
    """One report of a unit about a task; never changed, the next one stands above it."""

    handed = models.ForeignKey(Handed, on_delete=models.CASCADE, related_name="reports")
    state = models.CharField(_("进展"), max_length=6, choices=Handed.State.choices)
    words = models.CharField(_("说明"), max_length=300, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)
    whole = models.PositiveIntegerField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        ordering = ("-id",)
