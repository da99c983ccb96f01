"""When a reason code needs words beside it."""

from __future__ import annotations


def needs_words(reason: str, words: str) -> bool:
    """“Other” says nothing by itself: it needs a sentence."""
    return reason == "other" and not words.strip()
