"""What is typed at a door."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.ui.forms import Form


class CodeForm(Form):
    """The digits somebody says, or a code typed by hand."""

    code = forms.CharField(
        label=_("会员报的数字"), max_length=80,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "data-quiet": "1"}),
    )  # fmt: skip


class WalkInForm(Form):
    """Somebody who is not on the list."""

    person = forms.CharField(label=_("工号或全名"), max_length=60)
    walk_in = forms.CharField(label=_("为什么让他进"), max_length=100, help_text=_("例如：顶替李四，现场补位"))


class ExcuseForm(Form):
    """Leave from a meeting."""

    words = forms.CharField(label=_("请假原因"), max_length=100, required=False, help_text=_("空着就是不请假了"))


class PhotoForm(Form):
    """A photo of a signed page."""

    upload = forms.FileField(label=_("签到表的照片"), widget=forms.FileInput(attrs={"accept": "image/*"}))


class PeopleForm(Form):
    """Who should come: a group of people in a unit."""

    who = forms.ChoiceField(label=_("哪些人"))
    unit = forms.ChoiceField(label=_("哪个单位"))

    def __init__(self, *args: Any, who: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = who  # type: ignore[attr-defined]
        self.fields["unit"].choices = units  # type: ignore[attr-defined]


class PersonForm(Form):
    """One more person."""

    person = forms.CharField(label=_("再加一人"), max_length=60, help_text=_("工号或全名"))
