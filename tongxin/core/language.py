"""The installation's own language, for what is written once and read by many."""

from __future__ import annotations

from contextlib import AbstractContextManager

from django.conf import settings
from django.utils import translation


def ours() -> AbstractContextManager[None]:
    """Within it words are those of the installation's language, whatever the person who acts has chosen to read."""
    return translation.override(settings.LANGUAGE_CODE)
