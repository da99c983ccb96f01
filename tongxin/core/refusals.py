"""Expected refusals: a stable code for machines and tests, a sentence for the person at the screen."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """An act that the rules do not allow now, told to the person who tried it.

    `code` is stable (`activity.already_held`), `sentence` says what is wrong, what stays and what to do,
    `field` names the form field it belongs to, `facts` carries what a caller may want to show beside it.
    `status` is the HTTP status of a page that shows nothing but this refusal.
    """

    def __init__(self, code: str, sentence: str, *, field: str | None = None, status: int = 422, **facts: Any) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code = code
        self.sentence = str(sentence)
        self.field = field
        self.status = status
        self.facts = facts
