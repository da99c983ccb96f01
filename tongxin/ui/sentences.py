"""What forms say in place of Django's own sentences, and the characters without a shape that they leave out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

_EMPTY: Final = _("还空着，填上就行")
_CHOICE: Final = _("没有这个选项，重选一个。")
_BY_FIELD: Final[tuple[tuple[type[forms.Field], dict[str, Any]], ...]] = (
    (
        forms.FileField,
        {"required": _("还没选文件"), "empty": _("这个文件是空的，选另一个。"), "missing": _("还没选文件")},
    ),
    (forms.DecimalField, {"invalid": _("这里填数字，不带单位。")}),
    (forms.IntegerField, {"invalid": _("这里填整数，不带单位。")}),
    (forms.DateField, {"invalid": _("这个日期认不出，写成 2020-10-25 这样。")}),
    (forms.TimeField, {"invalid": _("这个时间认不出，写成 8:40 这样。")}),
    (forms.EmailField, {"invalid": _("这不像邮箱，看看有没有漏掉 @ 后面的部分。")}),
    (forms.ModelChoiceField, {"invalid_choice": _CHOICE}),
    (forms.ChoiceField, {"invalid_choice": _CHOICE}),
)
# Codes of Django's validators; a field has no sentence of its own for these unless somebody wrote one.
_BY_CODE: Final[dict[str, Any]] = {
    "max_length": _("太长了：最多%(limit_value)d个字，现在是%(show_value)d个。"),
    "min_value": _("太小了，最少%(limit_value)s。"),
    "max_value": _("太大了，最多%(limit_value)s。"),
    "null_characters_not_allowed": _("里面混进了看不见的字符，重新输一遍。"),
}
_KEPT: Final = frozenset("\n\r\t\u200d")


def speak(field: forms.Field) -> None:
    """Give the field our sentences wherever it would say Django's."""
    given = field.error_messages
    if given.get("required") == forms.Field.default_error_messages["required"]:
        given["required"] = _EMPTY
    ours = next((words for kind, words in _BY_FIELD if isinstance(field, kind)), {})
    for code, sentence in ours.items():
        if given.get(code) in (None, _djangos(field, code), _EMPTY):
            given[code] = sentence
    for code, sentence in _BY_CODE.items():
        given.setdefault(code, sentence)


def leave_out_the_invisible(field: forms.Field) -> None:
    """Zero widths and turns of direction come along when text is copied; two names that look alike must be alike."""
    if isinstance(field, forms.CharField) and not isinstance(field.widget, forms.PasswordInput):
        vars(field)["to_python"] = _seen_only(field.to_python)


def visible(text: str) -> str:
    """The text without characters that have no shape; line breaks stay, and what joins emoji."""
    return "".join(char for char in text if char in _KEPT or unicodedata.category(char) not in {"Cf", "Cc"})


def _seen_only(to_python: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def cleaned(value: Any) -> Any:
        text = to_python(value)
        return visible(text).strip() if isinstance(text, str) and "\0" not in text else text

    return cleaned


def _djangos(field: forms.Field, code: str) -> Any:
    """The sentence the field's class brought along for a code."""
    known = (vars(kind).get("default_error_messages", {}) for kind in type(field).__mro__)
    return next((words[code] for words in known if code in words), None)
