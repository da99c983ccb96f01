"""An own Word template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit
from tongxin.paperwork.kinds.kind import Kind
from tongxin.ui.forms import Form


class TemplateForm(Form):
    """For which unit, which kind, what it is called, the file."""

    unit = forms.TypedChoiceField(label=_("哪个单位用"), help_text=_("下面没有自己模板的单位也用它"))
    kind = forms.ChoiceField(label=_("哪种材料"))
    name = forms.CharField(label=_("名称"), max_length=60, required=False, help_text=_("不写就用文件名"))
    upload = forms.FileField(
        label=_("Word 文件（.docx）"),
        widget=forms.ClearableFileInput(
            attrs={"accept": ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
        ),
    )

    def __init__(self, *args: Any, units: Sequence[Unit], kinds: Sequence[Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {str(unit.pk): unit for unit in units}
        choice: Any = self.fields["unit"]
        choice.choices = [(key, unit.called) for key, unit in known.items()]
        choice.coerce = lambda key: known[str(key)]
        kind: Any = self.fields["kind"]
        kind.choices = [(each.key, each.title) for each in kinds]
