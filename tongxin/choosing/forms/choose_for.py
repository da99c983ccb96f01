"""What an officer says who chooses for somebody."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.ui.forms import Called, ReasonForm
from tongxin.welfare.models import Pack, Round


class ChooseForForm(ReasonForm):
    """The pack and why."""

    pack = Called(None, label=_("礼包"), empty_label=None, widget=forms.RadioSelect)
    field_order = ("pack", "reason")

    def __init__(self, *args: Any, round: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pack"].queryset = (  # type: ignore[attr-defined]
            Pack.objects.filter(round=round, pool__isnull=False).select_related("pool")
        )
