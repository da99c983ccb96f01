"""What waits for those who run and approve rounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import WELFARE_APPROVE, WELFARE_RUN
from tongxin.welfare.models import Entitled, Missing, Round, Step
from tongxin.welfare.rules import life


@dataclass(frozen=True)
class Waiting:
    """Rounds `to_decide`, `to_mend`, `to_finish` (drafts), with remarks `to_settle`, `to_open` (approved), `to_end` (choosing is
    over by its time) and `to_hand` (chosen, not handed out yet)."""

    to_decide: tuple[Round, ...]
    to_mend: tuple[Round, ...]
    to_finish: tuple[Round, ...]
    to_settle: tuple[Round, ...]
    to_open: tuple[Round, ...]
    to_hand: tuple[Round, ...]


def waiting_for(actor: Actor, now: datetime) -> Waiting:
    """One query."""
    runs, approves = actor.paths(WELFARE_RUN), actor.paths(WELFARE_APPROVE)
    open_ = Q(state__in=(*life.IN_THE_MAKING, *life.SETTLED)) & below(runs, "unit__path")
    rows = Round.objects.filter(open_ | Q(state=life.SUBMITTED) & below(approves, "unit__path")).annotate(
        mine=Exists(Step.objects.filter(round=OuterRef("pk"), kind="submit", person=actor.person_id or 0)),
        remarked=Exists(Entitled.objects.filter(round=OuterRef("pk"), settled="").exclude(remark="")),
        missed=Exists(Missing.objects.filter(round=OuterRef("pk"), settled="")),
    )  # fmt: skip
    found = list(rows.order_by("gives_on", "pk"))
    by_state = {state: tuple(row for row in found if row.state == state) for state in life.STATES}
    return Waiting(
        to_decide=tuple(row for row in by_state[life.SUBMITTED] if not getattr(row, "mine", False)),
        to_mend=by_state[life.RETURNED], to_finish=by_state[life.DRAFT],
        to_settle=tuple(row for row in found if getattr(row, "remarked", False) or getattr(row, "missed", False)),
        to_open=by_state[life.APPROVED],
        to_hand=tuple(row for row in by_state[life.CHOOSING] if row.chosen_at or (row.choose_until and row.choose_until <= now)),
    )  # fmt: skip
