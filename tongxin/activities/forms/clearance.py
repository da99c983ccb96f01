"""What is put on record for a restriction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Clearance
from tongxin.activities.queries.restricted import Said
from tongxin.restrictions.words import THINGS
from tongxin.ui.forms import Form
from tongxin.ui.words import colon


class ClearanceForm(Form):
    """One of the things demanded, with a word, a number or a file."""

    demand = forms.ChoiceField(label=_("记什么"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("一句话"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("谁同意的、方案写了什么"),
    )  # fmt: skip
    number = forms.CharField(label=_("文号"), max_length=60, required=False)
    upload = forms.FileField(label=_("文件"), required=False)

    def __init__(self, *args: Any, wanted: Sequence[Said], **kwargs: Any) -> None:
        self.wanted = {f"{each.restriction.pk}:{each.finding.met_by}": each for each in wanted if each.finding.met_by}
        super().__init__(*args, **kwargs)
        field: Any = self.fields["demand"]
        field.choices = [
            (key, colon(THINGS[each.finding.met_by], each.restriction.title))
            for key, each in self.wanted.items()
            if each.finding.met_by
        ]
        field.initial = next(iter(self.wanted), None)

    def chosen(self) -> tuple[int, str]:
        """The restriction's id and what it demands."""
        pk, kind = self.cleaned_data["demand"].split(":")
        return int(pk), Clearance.Kind(kind)

    def plain(self) -> dict[str, Any]:
        """The rest of what was typed."""
        return {name: self.cleaned_data[name] for name in ("words", "number", "upload")}
