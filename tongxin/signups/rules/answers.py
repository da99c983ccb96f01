"""Answers to an activity's own questions: what is missing, what makes no sense."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

CHOICE, CHOICES, YES, WORDS = "choice", "choices", "yes", "words"
MOST_WORDS = 200


@dataclass(frozen=True)
class Asked:
    """A question as its rule needs it."""

    pk: int
    kind: str
    choices: tuple[str, ...]
    required: bool


def clean(questions: Sequence[Asked], given: Mapping[int, Sequence[str]]) -> tuple[dict[str, object], dict[int, str]]:
    """The answers by question id, and what is wrong by question id: `missing`, `unknown` (not among the choices), `long`."""
    answers: dict[str, object] = {}
    wrong: dict[int, str] = {}
    for question in questions:
        words = [word.strip() for word in given.get(question.pk, ()) if word.strip()]
        fault = _fault(question, words)
        if fault:
            wrong[question.pk] = fault
        elif words:
            answers[str(question.pk)] = words if question.kind == CHOICES else words[0]
    return answers, wrong


def _fault(question: Asked, words: Sequence[str]) -> str:
    if not words:
        return "missing" if question.required else ""
    if question.kind in (CHOICE, CHOICES) and any(word not in question.choices for word in words):
        return "unknown"
    if question.kind == YES and words[0] not in ("yes", "no"):
        return "unknown"
    if question.kind == WORDS and len(words[0]) > MOST_WORDS:
        return "long"
    return ""
