"""Forms about summaries."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import FileExtensionValidator
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit
from tongxin.report.rules.body import KINDS
from tongxin.ui.forms import Form


class DraftForm(Form):
    """Which unit's summary of which year to draft."""

    unit = forms.ModelChoiceField(label=_("单位"), queryset=Unit.objects.none(), empty_label=None)
    year = forms.IntegerField(label=_("年度"), min_value=2000, max_value=2100)

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class EditForm(Form):
    """The words of one block."""

    block = forms.CharField(max_length=20, widget=forms.HiddenInput)
    base = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("这一段是"),
        required=False,
        choices=list(zip(KINDS, (_("一级标题"), _("二级标题"), _("正文")), strict=True)),
    )
    text = forms.CharField(
        label=_("文字"), required=False, strip=False, max_length=20000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("花括号里是数据项，数字跟着记录走。另起一行就是另起一段，全删空就是删去这一段。"),
    )  # fmt: skip


class ArrangeForm(Form):
    """What to do with a block besides changing its words."""

    block = forms.CharField(max_length=20)
    base = forms.IntegerField()
    act = forms.ChoiceField(choices=[(word, word) for word in ("up", "down", "remove", "below", "wording", "finding")])
    what = forms.CharField(required=False, max_length=60)


class FixForm(Form):
    """One remark put right on the spot."""

    block = forms.CharField(max_length=20)
    base = forms.IntegerField()
    act = forms.ChoiceField(choices=[("place", "place"), ("refresh", "refresh"), ("keep", "keep")])
    ref = forms.CharField(max_length=160)
    quote = forms.CharField(required=False, max_length=200, strip=False)


class KeepForm(Form):
    """Why a figure is kept that differs from the records."""

    block = forms.CharField(max_length=20, widget=forms.HiddenInput)
    base = forms.IntegerField(widget=forms.HiddenInput)
    ref = forms.CharField(max_length=160, widget=forms.HiddenInput)
    reason = forms.CharField(label=_("为什么保留"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))


class SignForm(Form):
    """The day a summary carries."""

    signed_on = forms.DateField(label=_("签发日期"), widget=forms.DateInput)
    reason = forms.CharField(
        label=_("还有要改的也签，为什么"), required=False, max_length=200, widget=forms.Textarea(attrs={"rows": 2})
    )
    base = forms.IntegerField(widget=forms.HiddenInput)


class CheckForm(Form):
    """A finished DOCX to be checked."""

    file = forms.FileField(
        label=_("总结文件（DOCX）"),
        validators=[FileExtensionValidator(["docx"], _("要 .docx 文件，从 Word 或 WPS 里另存一份"))],
    )
    unit = forms.ModelChoiceField(
        label=_("单位"), queryset=Unit.objects.none(), required=False, empty_label=_("按文件里写的"),
        help_text=_("从同心导出的文件自己写着，不用选。"),
    )  # fmt: skip
    year = forms.IntegerField(label=_("年度"), required=False, min_value=2000, max_value=2100)

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class WordingForm(Form):
    """An approved wording of a year."""

    unit = forms.ModelChoiceField(label=_("单位"), queryset=Unit.objects.none(), empty_label=None)
    year = forms.IntegerField(label=_("年度"), min_value=2000, max_value=2100)
    key = forms.CharField(
        label=_("用处"),
        max_length=40,
        help_text=_("起草时会用到的：preamble、duty-1、activities-effect、closing。其余的供插入。"),
    )
    title = forms.CharField(label=_("名称"), max_length=60)
    text = forms.CharField(label=_("文字"), required=False, widget=forms.Textarea(attrs={"rows": 6}))
    source = forms.CharField(label=_("出处"), required=False, max_length=100)
    approved_on = forms.DateField(label=_("核定日期"), required=False, widget=forms.DateInput)

    def __init__(self, *args: Any, units: QuerySet[Unit], known: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        if known:
            for name in ("unit", "year", "key"):
                del self.fields[name]
