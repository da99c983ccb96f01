"""Two questions about where an activity is: every form that begins or changes one asks them, and every answer has a default."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity


class InDoors(forms.TypedChoiceField):
    """Indoors unless told otherwise."""

    def __init__(self) -> None:
        choices = [("True", _("室内")), ("False", _("室外"))]
        kept: Any = True
        super().__init__(
            label=_("室内还是室外"), choices=choices, coerce=lambda value: value == "True", empty_value=kept, initial=kept,
            required=False,
        )  # fmt: skip


class Reach(forms.TypedChoiceField):
    """On the premises unless told otherwise."""

    def __init__(self) -> None:
        here = Activity.Reach.HERE
        super().__init__(
            label=_("去多远"), choices=Activity.Reach.choices, empty_value=here, initial=here, required=False
        )
