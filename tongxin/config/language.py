"""The command's language: Chinese or English, by the locale of the shell."""

from __future__ import annotations

import os


def language() -> str:
    """`zh-hans` where the locale is Chinese, else `en`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh-hans" if value.lower().startswith("zh") else "en"
    return "en"


def speak() -> None:
    """Let every translated string of this process come in the shell's language."""
    from django.utils import translation

    translation.activate(language())
