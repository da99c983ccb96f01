"""A cell that cannot be understood."""

from __future__ import annotations


class BadCell(Exception):
    """`code` is stable, `sentence` says what is wrong with this value and what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code = code
        self.sentence = sentence
