"""Forms of scopes of counting."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.core.refusals import Refused
from tongxin.goods.models import Scope
from tongxin.goods.queries.origins import county_typed
from tongxin.goods.words import county
from tongxin.ui.forms import EditedForm


class CountiesField(forms.CharField):
    """Counties, a line or a mark between them; cleaned to their codes."""

    def clean(self, value: Any) -> Any:
        """Refuses the first that nobody knows."""
        try:
            return [
                county_typed(each, field="counties")
                for each in re.split(r"[\n、,，;；]+", super().clean(value))
                if each.strip()
            ]
        except Refused as wrong:
            raise forms.ValidationError(wrong.sentence, code=wrong.code) from wrong


class ScopeForm(EditedForm):
    """A scope of counting."""

    kind = forms.ChoiceField(label=_("哪一类"), choices=Scope.Kind.choices)
    name = forms.CharField(label=_("名称"), max_length=60)
    source = forms.CharField(label=_("依据"), max_length=200, required=False, help_text=_("哪个文件、哪次会议定的"))
    counties = CountiesField(
        label=_("县区"), required=False, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("一行一个。空着就不看产地；832个脱贫县空着，先放进安徽的20个"),
    )  # fmt: skip


def kept_scope(scope: Scope) -> dict[str, Any]:
    """What is kept now, as the boxes show it."""
    counties = "\n".join(county(code) for code in scope.counties)
    return {"kind": scope.kind, "name": scope.name, "source": scope.source, "counties": counties}
