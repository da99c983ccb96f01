"""Parts of an activity: one session, a weekly row of them, a batch or event people sign up for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.signups.models import Slot
from tongxin.ui.forms import Form


class WeeklyForm(Form):
    """The meetings of a class."""

    first = forms.DateField(label=_("第一场"))
    at = forms.TimeField(label=_("几点开始"))
    until = forms.TimeField(label=_("几点结束"), required=False)
    times = forms.IntegerField(label=_("一共几场"), min_value=1, max_value=60, initial=8)
    every = forms.IntegerField(label=_("隔几周一场"), min_value=1, max_value=8, initial=1, required=False)
    place = forms.CharField(label=_("地点"), max_length=100, required=False)

    def clean_every(self) -> int:
        """Every week, where nothing is said."""
        return self.cleaned_data.get("every") or 1


class BatchForm(Form):
    """A batch or event that people choose."""

    kind = forms.ChoiceField(
        label=_("种类"), choices=[("session", _("场次，例如第一批 8:00")), ("event", _("项目，例如男子单打"))],
        widget=forms.RadioSelect, initial="session", required=False,
    )  # fmt: skip
    title = forms.CharField(label=_("名称"), max_length=60)
    starts_at = forms.DateTimeField(label=_("开始"), required=False)
    place = forms.CharField(label=_("地点"), max_length=100, required=False)
    capacity = forms.IntegerField(
        label=_("名额"), min_value=0, max_value=1_000_000, required=False, help_text=_("空着就不限人数")
    )
    closes_at = forms.DateTimeField(label=_("报名截止"), required=False)
    team_min = forms.IntegerField(label=_("每队最少"), min_value=1, max_value=30, required=False, initial=1)
    team_max = forms.IntegerField(
        label=_("每队最多"), min_value=1, max_value=30, required=False, initial=1, help_text=_("1就是个人项目")
    )
    per_unit = forms.IntegerField(label=_("每单位限报"), min_value=1, max_value=99, required=False)
    measure = forms.ChoiceField(label=_("成绩"), choices=Slot.Measure.choices, required=False)

    def clean(self) -> dict[str, Any]:
        """A team of one at least, and not smaller at most than at least."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        given["kind"], given["measure"] = given.get("kind") or "session", given.get("measure") or Slot.Measure.RANK
        given["team_min"] = given.get("team_min") or 1
        given["team_max"] = max(given.get("team_max") or 1, 1)
        if given["team_max"] < given["team_min"]:
            self.add_error("team_max", _("最多的比最少的还少，改其中一个。"))
        return given


class SlotForm(Form):
    """Another time, place or name."""

    title = forms.CharField(label=_("名称"), max_length=60, required=False)
    starts_at = forms.DateTimeField(label=_("开始"), required=False)
    ends_at = forms.DateTimeField(label=_("结束"), required=False)
    place = forms.CharField(label=_("地点"), max_length=100, required=False)
