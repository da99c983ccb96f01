"""What is asked about a group robot. What is kept of its address and key is never put into a form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.notices.models import Robot
from tongxin.notices.queries.audience import units_to_tell
from tongxin.org.actor import Actor
from tongxin.ui.forms import Form

NEVER = {"autocomplete": "off", "spellcheck": "false"}


class RobotFields(Form):
    """The group, the robot's address and the key it signs with."""

    name = forms.CharField(label=_("群名"), max_length=40)
    address = forms.CharField(
        label=_("机器人地址"), max_length=300, widget=forms.TextInput(attrs={"inputmode": "url", **NEVER}),
        help_text=_("群里机器人设置中 https 开头的那一条，整条抄过来。保存后不再显示"),
    )  # fmt: skip
    secret = forms.CharField(
        label=_("签名密钥"), max_length=120, required=False, widget=forms.TextInput(attrs=NEVER),
        help_text=_("只有钉钉选了“加签”才填，以 SEC 开头"),
    )  # fmt: skip


class NewRobotForm(RobotFields):
    """A robot to add."""

    kind = forms.ChoiceField(label=_("种类"), choices=Robot.Kind.choices, widget=forms.RadioSelect, initial="wecom")
    unit = forms.TypedChoiceField(
        label=_("哪个单位的"), help_text=_("这个单位和下面单位的通知、活动变动，都会说到这个群里")
    )
    field_order = ("unit", "kind", "name", "address", "secret")

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = {str(unit.pk): unit for unit in units_to_tell(actor)}
        field: Any = self.fields["unit"]
        field.choices = [(key, unit.called) for key, unit in units.items()]
        field.coerce = units.__getitem__


class RobotForm(RobotFields):
    """A robot that is there: an empty address stays as it is."""

    in_use = forms.BooleanField(label=_("在用"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["address"].required = False
        self.fields["address"].help_text = _("空着就不变")
        self.fields["address"].widget.attrs.pop("aria-required", None)
