"""Hours of the day as a form takes them, and which days of a range are meant."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tongxin.core.spans import EVERY, WEEKENDS, WORKDAYS, Span, Unreadable, read_times

DAYS: Final = ((EVERY, _("每天")), (WORKDAYS, _("周一到周五")), (WEEKENDS, _("周六周日")))


class TimesField(forms.CharField):
    """`8:00-12:00 14:00-18:00`, as spans."""

    def clean(self, value: Any) -> Any:
        """The spans."""
        words = super().clean(value)
        try:
            spans: list[Span] = read_times(words)
        except Unreadable as fault:
            raise forms.ValidationError(gettext("看不懂这个时间。写成 8:00-12:00，几段就用空格隔开。")) from fault
        return spans
