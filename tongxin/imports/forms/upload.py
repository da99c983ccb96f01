"""A spreadsheet to be checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from tongxin.ui.forms import Form

MEGABYTE = 1024 * 1024


class UploadForm(Form):
    """The file, the unit it is for, and for a plan its year."""

    file = forms.FileField(
        label=_("表格文件"),
        help_text=_(".xlsx、.xls 或 .csv。有宏也行，不会运行；设了密码的请先去掉。"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.xls,.csv,.txt,.et"}),
        error_messages={"required": _("还没选文件"), "empty": _("这个文件是空的。看看是不是选错了。")},
    )
    unit = forms.TypedChoiceField(label=_("归到哪个单位"), coerce=int)
    year = forms.IntegerField(label=_("计入哪一年"), min_value=2000, max_value=2100)

    def __init__(self, *args: Any, units: Sequence[Any], year: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["unit"]
        assert isinstance(choice, forms.TypedChoiceField)
        choice.choices = [(unit.pk, unit.name) for unit in units]
        if year is None:
            del self.fields["year"]
        else:
            self.fields["year"].initial = year

    def clean_file(self) -> UploadedFile:
        """Not more than the installation takes."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > settings.UPLOAD_LIMIT:
            words = _("这个文件有%(size)s MB，最多收%(limit)s MB。只留要用的工作表，另存一份再传。")
            facts = {"size": round((file.size or 0) / MEGABYTE), "limit": settings.UPLOAD_LIMIT // MEGABYTE}
            raise forms.ValidationError(words, code="import.too_large", params=facts)
        return file
