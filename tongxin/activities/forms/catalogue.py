"""Categories and groups."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.ui.forms import Form

TONES = [
    ("", _("灰")), ("wen", _("青")), ("jie", _("红")), ("ti", _("蓝")), ("huai", _("紫")), ("tuan", _("杏"))
]  # fmt: skip


class GroupForm(Form):
    """A group of the year's framework."""

    name = forms.CharField(label=_("名称"), max_length=40)
    name_en = forms.CharField(label=_("英文名"), max_length=60, required=False)
    order = forms.IntegerField(label=_("排在第几"), min_value=0, max_value=999)
    in_use = forms.BooleanField(label=_("在用"), required=False, help_text=_("停用后旧活动照旧，新活动不能再选"))


class CategoryForm(GroupForm):
    """A category: how it is known on screen and in the summary."""

    seal = forms.CharField(label=_("字章"), max_length=1, help_text=_("一个字，屏幕上靠它认类别"))
    tone = forms.ChoiceField(label=_("颜色"), choices=TONES, required=False)
    printed = forms.CharField(label=_("总结里怎么写"), max_length=40)
    counted = forms.BooleanField(label=_("计入全年活动"), required=False)
    field_order = ("name", "printed", "seal", "tone", "name_en", "order", "counted", "in_use")
