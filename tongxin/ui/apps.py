"""The parts that every page is made of."""

from __future__ import annotations

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Styles, page frames, tags and forms."""

    name = "tongxin.ui"
    label = "ui"
