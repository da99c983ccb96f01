"""Work items: new, progress, end, next year."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Change
from tongxin.org.models import Person, Unit
from tongxin.plan.models import WorkItem
from tongxin.ui.forms import Form


class _Chosen(forms.ChoiceField):
    """A choice among objects that were read already; gives the object, or None."""

    things: dict[str, Any]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def offer(self, things: Iterable[Any], name: str) -> None:
        """Let these be chosen."""
        self.things = {str(thing.pk): thing for thing in things}
        self.choices = [("", _("先不定")), *((key, getattr(thing, name)) for key, thing in self.things.items())]

    def clean(self, value: Any) -> Any:
        """The object itself."""
        return self.things.get(super().clean(value))


class WorkItemForm(Form):
    """A new work item."""

    title = forms.CharField(label=_("事项"), max_length=100)
    kind = forms.ChoiceField(label=_("种类"), choices=WorkItem.Kind.choices, initial=WorkItem.Kind.OTHER)
    responsible_unit = _Chosen(label=_("责任单位"))
    owner = _Chosen(label=_("负责人"))
    starts_on = forms.DateField(label=_("开始"), required=False)
    due_on = forms.DateField(label=_("期限"), required=False)
    words = forms.CharField(label=_("说明"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, units: Iterable[Unit], owners: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        responsible, owner = self.fields["responsible_unit"], self.fields["owner"]
        assert isinstance(responsible, _Chosen) and isinstance(owner, _Chosen)
        responsible.offer(units, "called")
        owner.offer(owners, "name")


class ProgressForm(Form):
    """How far it has come."""

    share_done = forms.IntegerField(
        label=_("完成进度（%）"), min_value=0, max_value=100, help_text=_("填100就是完成了。")
    )
    words = forms.CharField(label=_("说明"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}))


class FinishForm(Form):
    """It is done."""

    words = forms.CharField(
        label=_("做成了什么"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class CloseForm(Form):
    """It will not be done."""

    reason = forms.ChoiceField(label=_("原因"), choices=[("", _("选一个")), *Change.Reason.choices])
    words = forms.CharField(label=_("说明"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}))


class CarryForm(Form):
    """It goes on next year."""

    due_on = forms.DateField(label=_("新的期限"), required=False)
    reason = forms.ChoiceField(label=_("原因"), choices=[("", _("先不写")), *Change.Reason.choices], required=False)
    words = forms.CharField(label=_("说明"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}))
