"""What an announcement asks for."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.notices.queries.audience import GROUPS, units_to_tell
from tongxin.org.actor import Actor
from tongxin.ui.forms import Form


class AnnouncementForm(Form):
    """Title, words, who, whether all must read it. `once` tells this page from any other: sent twice it is said once."""

    title = forms.CharField(label=_("标题"), max_length=120, help_text=_("收的人先看到这一句"))
    words = forms.CharField(label=_("内容"), max_length=5000, widget=forms.Textarea(attrs={"rows": 8}))
    unit = forms.TypedChoiceField(label=_("哪个单位的人"), help_text=_("下面的单位也在内"))
    to = forms.ChoiceField(label=_("发给谁"), choices=list(GROUPS.items()), widget=forms.RadioSelect, initial="members")
    important = forms.BooleanField(
        label=_("必读"), required=False, help_text=_("每个人读完要点“读过了”，没读的名单你看得到")
    )
    once = forms.CharField(max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = {str(unit.pk): unit for unit in units_to_tell(actor)}
        field: Any = self.fields["unit"]
        field.choices = [(key, unit.called) for key, unit in units.items()]
        field.coerce = units.__getitem__
        self.fields["once"].initial = lambda: uuid4().hex
