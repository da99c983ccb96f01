"""These tests need no database and no settings: they configure the least when nothing else did."""

from __future__ import annotations

import os

from django.conf import settings

if not settings.configured and not os.environ.get("DJANGO_SETTINGS_MODULE"):
    settings.configure(USE_I18N=False)
