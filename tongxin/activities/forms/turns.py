"""What the turns of an activity's life ask for: a day, a reason, words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.activities.forms.activity import MOST
from tongxin.activities.models import Activity, Change
from tongxin.activities.queries.choices import to_merge_into
from tongxin.org.actor import Actor
from tongxin.ui.forms import Form


class ReasonFields(Form):
    """Why: a code for the count, words for people."""

    reason = forms.ChoiceField(label=_("原因"), choices=[("", _("选一个原因")), *Change.Reason.choices])
    words = forms.CharField(
        label=_("说明"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("会员看得到，写一句实在话"),
    )  # fmt: skip


class MoveForm(ReasonFields):
    """Another day of the same year."""

    to = forms.DateField(label=_("改到哪一天"))
    until = forms.DateField(label=_("结束日期"), required=False, help_text=_("空着就和原来办一样长"))
    field_order = ("to", "until", "reason", "words")


class FirstDayForm(Form):
    """The first day of an activity that has none yet: no reason is asked for."""

    to = forms.DateField(label=_("哪一天"))
    until = forms.DateField(label=_("结束日期"), required=False, help_text=_("只办一天就不用填"))


class PostponeForm(ReasonFields):
    """A later day, or none yet."""

    until = forms.DateField(label=_("延到哪一天"), required=False, help_text=_("还没定就空着，以后再定"))
    counts_for = forms.IntegerField(
        label=_("计入年度"), required=False, min_value=1990, max_value=2100, help_text=_("空着就按新日期的年份算")
    )
    field_order = ("until", "reason", "words", "counts_for")


class CancelForm(ReasonFields):
    """Why it is called off."""


class OnlineForm(ReasonFields):
    """Wholly online, or both."""

    mode = forms.ChoiceField(
        label=_("改成"),
        choices=[("online", _("线上")), ("mixed", _("线上线下"))],
        initial="online",
        widget=forms.RadioSelect,
    )
    field_order = ("mode", "reason", "words")


class OtherActivity(forms.ModelChoiceField):
    """An activity by its day and name."""

    def label_from_instance(self, obj: Activity) -> str:
        """`10-25 重阳节登高`."""
        return f"{obj.day:%m-%d} {obj.title}" if obj.day else obj.title


class MergeForm(ReasonFields):
    """Which activity it becomes part of."""

    into = OtherActivity(Activity.objects.none(), label=_("并入哪一项"), empty_label=_("选一项活动"))
    field_order = ("into", "reason", "words")

    def __init__(self, *args: Any, actor: Actor, activity: Activity, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = to_merge_into(actor, activity)  # type: ignore[attr-defined]


class ReinstateForm(Form):
    """Why it is taken back."""

    words = forms.CharField(label=_("为什么恢复"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class FinishForm(Form):
    """What came of it."""

    held_on = forms.DateField(label=_("哪天办的"))
    held_until = forms.DateField(label=_("办到哪天"), required=False, help_text=_("只办一天就不用填"))
    persons = forms.IntegerField(
        label=_("来了多少人"), min_value=0, max_value=MOST, required=False, help_text=_("同一个人只算一次")
    )
    person_times = forms.IntegerField(
        label=_("一共多少人次"), min_value=0, max_value=MOST, required=False, help_text=_("同一个人来两次算2人次")
    )
    outcome = forms.CharField(
        label=_("开展情况"), required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("写进总结和简报的话，一两句就行"),
    )  # fmt: skip


class NothingForm(Form):
    """An act that asks for nothing but the button."""
