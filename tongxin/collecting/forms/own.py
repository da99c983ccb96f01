"""What a member types."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.collecting.models import Complaint
from tongxin.org.forms.named import NamedPerson
from tongxin.ui.forms import Form


class ProxyForm(Form):
    """Who fetches."""

    person = NamedPerson(label=_("请谁代领"), max_length=60, help_text=_("写姓名或工号；重名的写工号"))

    def __init__(self, *args: Any, union_id: int | None, known: Q | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].among(union_id, known)  # type: ignore[attr-defined]


class VouchForm(ProxyForm):
    """Who fetches, and how the officer knows of the consent."""

    vouched = forms.CharField(label=_("怎么知道本人同意"), max_length=200, help_text=_("例如：本人在电话里说的"))


class ComplaintForm(Form):
    """What is wrong."""

    kind = forms.ChoiceField(label=_("怎么了"), choices=Complaint.Kind.choices, widget=forms.RadioSelect)
    words = forms.CharField(label=_("说一下"), max_length=300, widget=forms.Textarea(attrs={"rows": 4}))
    photo = forms.FileField(
        label=_("照片"), required=False, widget=forms.ClearableFileInput(attrs={"accept": "image/*"})
    )


class AnswerForm(Form):
    """What became of it."""

    outcome = forms.ChoiceField(label=_("怎么办的"), choices=Complaint.Outcome.choices, widget=forms.RadioSelect)
    answer = forms.CharField(label=_("答复"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    public = forms.BooleanField(
        label=_("答复让大家看到"), required=False, help_text=_("只看到怎么了、怎么办的和答复，看不到是谁说的")
    )
