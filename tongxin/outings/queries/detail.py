"""One outing, as its page shows it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from tongxin.activities.access import may_run
from tongxin.activities.models import Activity
from tongxin.org.actor import Actor
from tongxin.outings.access import deciding_paths
from tongxin.outings.models import Outing, Share, Step
from tongxin.outings.queries.checked import Checked, checked, exemptions_of
from tongxin.outings.queries.gaps import gaps_of
from tongxin.outings.rules import life
from tongxin.outings.words import MISSING, SHAPES
from tongxin.rulebook.queries import Finding
from tongxin.rulebook.queries.exemptions import Line, lines_of
from tongxin.rulebook.words import region
from tongxin.ui.words import yuan


@dataclass(frozen=True)
class Money:
    """What each payer gives for one head, in words; the whole for one head and for all."""

    shares: tuple[tuple[str, str], ...]
    per_head: str
    total: str


@dataclass(frozen=True)
class Detail:
    """The page: `acts` are those that this person may do now; `own` says that the application is this person's,
    `handed_in` is the step by which it was last handed in. `exempted`: what a committee let through; of one that is over, as decided.
    """

    outing: Outing
    activity: Activity
    shape: str
    state: str
    place: str
    stops: tuple[str, ...]
    money: Money | None
    spent: str
    spent_per_head: str
    checked: Checked | None
    missing: tuple[str, ...]
    steps: tuple[Step, ...]
    sent_back: Step | None
    acts: Collection[str]
    runs: bool
    own: bool
    handed_in: int | None
    exempted: tuple[Finding | Line, ...]


def detail_of(actor: Actor, outing: Outing, now: datetime) -> Detail:
    """Everything the page shows. Seventeen queries at most."""
    activity, steps = outing.activity, tuple(outing.steps.all())
    runs = may_run(actor, activity)
    decides = any((activity.unit.path or "\0").startswith(path) for path in deciding_paths(actor))
    applied = next((step for step in reversed(steps) if step.kind == Step.Kind.APPLY), None)
    own = applied is not None and applied.person_id is not None and applied.person_id == actor.person_id
    gone = activity.state in (Activity.State.CANCELLED, Activity.State.MERGED)
    open_ = outing.state in (life.DRAFT, life.RETURNED, life.APPLIED, life.APPROVED) and not gone
    draft = outing.state in (life.DRAFT, life.RETURNED) and not gone
    found = checked(outing, now) if open_ else None
    return Detail(
        outing=outing, activity=activity, shape=SHAPES[outing.state], state=str(outing.get_state_display()),
        place=region(outing.region) if outing.region else "", stops=tuple(line for line in outing.route.splitlines() if line.strip()),
        money=money_of(outing, list(outing.shares.all())), spent=yuan(outing.spent_fen) if outing.spent_fen is not None else "",
        spent_per_head=_per_head(outing), checked=found,
        missing=tuple(str(MISSING[name]) for name in gaps_of(outing)) if draft else (), steps=steps,
        sent_back=steps[-1] if steps and outing.state == life.RETURNED else None,
        acts=frozenset() if gone else _acts(outing, runs, decides and not own), runs=runs, own=own,
        handed_in=applied.pk if applied else None,
        exempted=found.findings.exempted if found else lines_of(exemptions_of(outing)),
    )  # fmt: skip


def money_of(outing: Outing, shares: list[Share]) -> Money | None:
    """The money in words; None while nobody has said any."""
    if not shares:
        return None
    whole = sum(share.fen for share in shares)
    told = tuple((str(share.get_payer_display()), yuan(share.fen)) for share in shares if share.fen)
    return Money(told, yuan(whole), yuan(whole * outing.headcount) if outing.headcount else "")


def _per_head(outing: Outing) -> str:
    persons = outing.activity.persons
    return yuan(Fraction(outing.spent_fen, persons)) if outing.spent_fen is not None and persons else ""


def _acts(outing: Outing, runs: bool, decides: bool) -> frozenset[str]:
    mine = {"edit", "apply", "withdraw", "close", "exempt"} if runs else set()
    mine |= {"approve", "send_back"} if decides else set()
    return frozenset(act for act in mine if life.may(act, outing.state))
