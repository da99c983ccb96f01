"""Forms of posts and terms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Post
from tongxin.org.rules.posts import may_have
from tongxin.ui.forms import Form


class AppointForm(Form):
    """Who takes which post; only posts that the unit has and the reader may give are offered."""

    person = forms.CharField(label=_("谁"), max_length=60, help_text=_("写工号，或全名"))
    kind = forms.ChoiceField(label=_("职务"))
    title = forms.CharField(
        label=_("职务名称"), max_length=40, required=False, help_text=_("和职务不同时才写，如文体委员")
    )
    term = forms.TypedChoiceField(label=_("届次"), coerce=int, empty_value=None, required=False)
    since = forms.DateField(label=_("到任日期"))
    until = forms.DateField(label=_("卸任日期"), required=False, help_text=_("不定就空着"))
    needs_second_factor = forms.BooleanField(label=_("进入工作台须用动态口令"), required=False)

    def __init__(
        self, *args: Any, unit_kind: str, terms: list[tuple[int, str]], may_give: Callable[[str], bool], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind, label) for kind, label in Post.Kind.choices if may_have(unit_kind, kind) and may_give(kind)]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["term"].choices = [("", _("不属于哪一届")), *terms]  # type: ignore[attr-defined]


class EndPostForm(Form):
    """Since when somebody no longer holds a post, and why."""

    until = forms.DateField(label=_("卸任日期"))
    reason = forms.CharField(label=_("原因"), max_length=200, required=False, widget=forms.Textarea(attrs={"rows": 2}))


class TermForm(Form):
    """A term's name and days."""

    name = forms.CharField(label=_("届次"), max_length=40, help_text=_("如第三届"))
    starts_on = forms.DateField(label=_("开始日期"))
    ends_on = forms.DateField(label=_("届满日期"), help_text=_("三年或五年"))
