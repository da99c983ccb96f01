"""What officers fill in for an event: heats, one line's start, points, a team."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.numbers import whole
from tongxin.org.forms.named import NamedPeople
from tongxin.ui.forms import Form


class HeatsForm(Form):
    """How the heats are drawn up."""

    lanes = forms.IntegerField(label=gettext_lazy("每组最多几个"), min_value=1, max_value=99, initial=8)
    first_at = forms.DateTimeField(label=gettext_lazy("第一组几点"), required=False)
    every = forms.IntegerField(
        label=gettext_lazy("隔几分钟一组"), min_value=1, max_value=600, required=False,
        help_text=gettext_lazy("空着就只写第一组的时间"),
    )  # fmt: skip


class MoveForm(Form):
    """Another heat and lane."""

    heat = forms.IntegerField(label=gettext_lazy("第几组"), min_value=1, max_value=999)
    lane = forms.IntegerField(label=gettext_lazy("第几道"), min_value=1, max_value=99)


class PointsForm(Form):
    """The points of the ranks, in one line."""

    table = forms.CharField(
        label=gettext_lazy("各名次的分"), max_length=200, required=False,
        help_text=gettext_lazy("从第一名写起，用空格隔开；空着就不计分"),
    )  # fmt: skip
    factor = forms.IntegerField(label=gettext_lazy("几倍"), min_value=1, max_value=10)

    def clean_table(self) -> list[int]:
        """The numbers."""
        parts = [part for part in re.split(r"[\s,，、;；]+", self.cleaned_data["table"]) if part]
        found = [number for part in parts if (number := whole(part)) is not None]
        if len(found) < len(parts):
            raise forms.ValidationError(_("只写整数，用空格隔开，例如：7 5 4 3 2 1。"))
        return found


class TeamForm(Form):
    """The people of a team."""

    people = NamedPeople(
        label=gettext_lazy("队员"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("写姓名或工号，用空格或逗号隔开"),
    )
    name = forms.CharField(
        label=gettext_lazy("队名"), max_length=40, required=False, help_text=gettext_lazy("空着就用单位的名字")
    )

    def __init__(self, *args: Any, union_id: int | None, known: Q | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].among(union_id, known)  # type: ignore[attr-defined]
