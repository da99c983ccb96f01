"""An activity's own questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.activities.actions.turning import locked
from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.signups.models import Question, Slot

MOST = 12


@dataclass(frozen=True)
class Wanted:
    """A question as an officer typed it; `pk` of one that is there already."""

    text: str
    kind: str = Question.Kind.CHOICE
    choices: tuple[str, ...] = ()
    required: bool = False
    pk: int | None = None


@transaction.atomic
def set_questions(*, actor: Actor, now: datetime, activity: Activity, questions: Sequence[Wanted]) -> list[Question]:
    """These questions in this order, and no others; answers given already stay with who gave them.

    Refuses: `access.…`, `question.choices` (fewer than two), `question.too_many`.
    """
    held = locked(activity)
    require_run(actor, held)
    if len(questions) > MOST:
        raise Refused("question.too_many", _("问题最多%(most)s个，少问几个。") % {"most": MOST})
    for number, wanted in enumerate(questions):
        if wanted.kind in (Question.Kind.CHOICE, Question.Kind.CHOICES) and len(set(wanted.choices)) < 2:
            sentence = _("“%(text)s”至少要有两个选项。") % {"text": wanted.text}
            raise Refused("question.choices", sentence, field=f"choices_{number}")
    there = {question.pk: question for question in held.questions.all()}
    before = [question.text for question in there.values()]
    kept = [_keep(held, there.pop(wanted.pk or 0, None), wanted, order) for order, wanted in enumerate(questions)]
    for question in there.values():
        question.delete()
    Slot.objects.filter(activity=held).update(asks=bool(kept))
    after = [question.text for question in kept]
    record(
        actor=actor, now=now, act="signups.set_questions", thing=held, unit=held.unit, before={"questions": before},
        after={"questions": after},
    )  # fmt: skip
    return kept


def _keep(activity: Activity, question: Question | None, wanted: Wanted, order: int) -> Question:
    question = question or Question(activity=activity)
    question.text, question.kind, question.required, question.order = wanted.text, wanted.kind, wanted.required, order
    question.choices = list(dict.fromkeys(wanted.choices))
    question.save()
    return question
