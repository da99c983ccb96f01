"""Uploads: several at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from tongxin.ui.forms import Form


class SeveralFiles(forms.ClearableFileInput):
    """A file box that takes several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """The list of what was chosen."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Every file, each cleaned."""
        chosen = (data if isinstance(data, list | tuple) else [data]) or [None]
        return [super(FilesField, self).clean(each, initial) for each in chosen]


class FilesForm(Form):
    """Photos for everybody, papers for officers."""

    upload = FilesField(label=_("选文件"), widget=SeveralFiles())
    kind = forms.ChoiceField(
        label=_("是什么"), choices=[("photo", _("照片，会员看得到")), ("paper", _("材料，只有工会干部看得到"))],
        initial="photo", widget=forms.RadioSelect,
    )  # fmt: skip
