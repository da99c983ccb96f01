"""What to look for in the audit trail."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.audit.queries.trail import Filter
from tongxin.ui.forms import Form


class TrailForm(Form):
    """All of it optional."""

    text = forms.CharField(label=_("谁，或哪件事"), required=False, max_length=100)
    act = forms.CharField(label=_("做了什么"), required=False, max_length=60)
    since = forms.DateField(label=_("从"), required=False)
    until = forms.DateField(label=_("到"), required=False)

    def wanted(self) -> Filter:
        """The filter; a field that makes no sense is left out."""
        if not self.is_bound:
            return Filter()
        self.is_valid()
        given = self.cleaned_data
        return Filter(given.get("text") or "", given.get("act") or "", given.get("since"), given.get("until"))
