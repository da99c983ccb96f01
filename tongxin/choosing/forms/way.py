"""What a member is asked about the way a pack comes."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tongxin.choosing.models import Way
from tongxin.ui.forms import Form
from tongxin.welfare.models import Round

FETCH: Final = "fetch"
ADDRESS: Final = ("receiver", "phone", "address")


class WayForm(Form):
    """Fetched, delivered or given away; only what the round offers."""

    kind = forms.ChoiceField(label=_("怎么领"), initial=FETCH, widget=forms.RadioSelect)
    receiver = forms.CharField(
        label=_("收件人"), max_length=60, required=False, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = forms.CharField(
        label=_("电话"), max_length=30, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )  # fmt: skip
    address = forms.CharField(
        label=_("地址"), max_length=200, required=False,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "street-address"}),
        help_text=_("只给送货的人看，这次发完就删掉。"),
    )  # fmt: skip

    def __init__(self, *args: Any, round: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(FETCH, gettext("自己去领"))]
        if round.delivers:
            choices.append((Way.Kind.DELIVERY, gettext("送到家")))
        else:
            for name in ADDRESS:
                del self.fields[name]
        if round.donates_to:
            choices.append((Way.Kind.DONATION, gettext("捐给%(whom)s") % {"whom": round.donates_to}))
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]
        asked = not self.is_bound or self.data.get("kind") == Way.Kind.DELIVERY
        for name in ADDRESS:
            if name in self.fields:
                self.fields[name].required = asked
