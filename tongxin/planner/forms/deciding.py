"""Deciding on a proposal: which lines, and why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Change
from tongxin.planner.models import Proposal, ProposedMove
from tongxin.ui.forms import Form


class LinesForm(Form):
    """The lines that are ticked."""

    lines = forms.TypedMultipleChoiceField(coerce=int, required=False, widget=forms.MultipleHiddenInput)

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = proposal.moves.filter(decision=ProposedMove.Decision.OPEN).values_list("pk", flat=True)
        self.fields["lines"].choices = [(one, one) for one in waiting]  # type: ignore[attr-defined]


class AcceptForm(LinesForm):
    """One reason for all lines."""

    reason = forms.ChoiceField(label=_("原因"), choices=[("", _("选一个原因")), *Change.Reason.choices])
    words = forms.CharField(
        label=_("说明"), max_length=150, required=False, help_text=_("会员看得到；每项具体为什么，会自动写上")
    )


class LookBackForm(Form):
    """A day of the year from which to look."""

    as_of = forms.DateField(label=_("站在哪一天看"))
