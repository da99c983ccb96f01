"""Forms of people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Person, Standing
from tongxin.ui.forms import EditedForm, Form

Choices = list[tuple[Any, str]]
REASON = forms.Textarea(attrs={"rows": 2})


class PersonFields(Form):
    """What is known of a person."""

    staff_no = forms.CharField(label=_("工号"), max_length=40)
    name = forms.CharField(label=_("姓名"), max_length=60)
    sex = forms.ChoiceField(label=_("性别"), choices=(("", _("未填")), *Person.Sex.choices), required=False)
    born_on = forms.DateField(label=_("出生日期"), required=False)
    hired_on = forms.DateField(label=_("入职日期"), required=False)
    phone = forms.CharField(
        label=_("手机"), max_length=20, required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    email = forms.EmailField(label=_("邮箱"), required=False)


class DetailsForm(EditedForm, PersonFields):
    """The same of somebody on the roster."""


class EnrolForm(PersonFields):
    """A person to take onto the roster."""

    unit = forms.TypedChoiceField(label=_("编入单位"), coerce=int)
    standing = forms.TypedChoiceField(
        label=_("会籍"),
        choices=(
            (Standing.State.IN_STANDING, Standing.State.IN_STANDING.label),
            (Standing.State.APPLIED, Standing.State.APPLIED.label),
            ("", _("不是会员")),
        ),
        required=False,
        empty_value=None,
    )
    since = forms.DateField(label=_("从哪天起"), help_text=_("编入单位和会籍都从这一天算"))
    field_order = ("unit", "name", "staff_no", "sex", "hired_on", "standing", "since", "phone", "born_on", "email")

    def __init__(self, *args: Any, units: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]


class StandingForm(Form):
    """To which standing, since when, why."""

    state = forms.ChoiceField(label=_("改为"), widget=forms.RadioSelect)
    since = forms.DateField(label=_("从哪天起"))
    reason = forms.CharField(label=_("原因"), max_length=200, required=False, widget=REASON)

    def __init__(self, *args: Any, states: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = states  # type: ignore[attr-defined]


class PlaceForm(Form):
    """To which unit, since when, why."""

    unit = forms.TypedChoiceField(label=_("编入单位"), coerce=int)
    since = forms.DateField(label=_("从哪天起"))
    reason = forms.CharField(label=_("原因"), max_length=200, required=False, widget=REASON)

    def __init__(self, *args: Any, units: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]


class LeaveForm(Form):
    """When and why somebody leaves, and what becomes of the membership."""

    on = forms.DateField(label=_("离职日期"))
    standing = forms.ChoiceField(
        label=_("会籍"),
        widget=forms.RadioSelect,
        choices=(
            (Standing.State.MOVED, _("转出，跟着去新单位")),
            (Standing.State.RETAINED, _("保留会籍（退休等）")),
            (Standing.State.LEFT, _("退会")),
        ),
    )
    reason = forms.CharField(label=_("原因"), max_length=200, required=False, widget=REASON)
