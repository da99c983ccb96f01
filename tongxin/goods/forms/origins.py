"""Boxes for counties and origins, for every form that asks where something comes from."""

from __future__ import annotations

from typing import Any

from django import forms

from tongxin.core.refusals import Refused
from tongxin.goods.queries.origins import county_typed, origin_typed


class CountyField(forms.CharField):
    """A county as people type it; cleaned to its code."""

    def clean(self, value: Any) -> Any:
        """Refuses as `county_typed`, with what was typed kept."""
        try:
            return county_typed(super().clean(value) or "")
        except Refused as wrong:
            raise forms.ValidationError(wrong.sentence, code=wrong.code) from wrong


class OriginField(forms.CharField):
    """County and village in one box; cleaned to a pair."""

    def clean(self, value: Any) -> Any:
        """Refuses as `origin_typed`."""
        try:
            return origin_typed(super().clean(value) or "")
        except Refused as wrong:
            raise forms.ValidationError(wrong.sentence, code=wrong.code) from wrong
