"""An activity's questions as a short table."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.signups.actions.ask import Wanted
from tongxin.signups.models import Question
from tongxin.ui.forms import Form

ROWS = 6


class QuestionForm(Form):
    """One line of the table; an empty text is no question."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(label=_("问题"), max_length=80, required=False)
    kind = forms.ChoiceField(label=_("怎么答"), choices=Question.Kind.choices, required=False)
    choices = forms.CharField(label=_("选项"), max_length=300, required=False, help_text=_("用顿号或逗号隔开"))
    required = forms.BooleanField(label=_("必答"), required=False)

    def wanted(self) -> Wanted | None:
        """The question; None where the line is empty."""
        given = self.cleaned_data
        if not given.get("text"):
            return None
        choices = tuple(word.strip() for word in re.split(r"[、,，;；\n]+", given.get("choices", "")) if word.strip())
        return Wanted(
            given["text"], given.get("kind") or Question.Kind.CHOICE, choices, given["required"], given.get("pk")
        )


def question_forms(data: Any, questions: list[Question]) -> list[QuestionForm]:
    """The lines there are, and empty ones up to six at least."""
    known: list[dict[str, Any]] = [
        {
            "pk": each.pk,
            "text": each.text,
            "kind": each.kind,
            "choices": "、".join(each.choices),
            "required": each.required,
        }
        for each in questions
    ]
    known += [{}] * max(2, ROWS - len(known))
    return [QuestionForm(data, prefix=f"q{number}", initial=initial) for number, initial in enumerate(known)]
