"""One round at the desk: how far it is, what to do next, what it costs, what the rules say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from tongxin.org.actor import Actor
from tongxin.partners.queries.links import LinkLine, links_of
from tongxin.rulebook.queries import Finding
from tongxin.welfare.access import may_approve, may_read_all, may_run, paths_to_read, people_to_read
from tongxin.welfare.models import Amendment, Entitled, Round, Share, Step
from tongxin.welfare.queries.amendments import amendments_of, said
from tongxin.welfare.queries.checked import Checked, checked
from tongxin.welfare.queries.packs import PackView, packs_of
from tongxin.welfare.queries.people import Counts, counts_of
from tongxin.welfare.queries.remarks import open_remarks
from tongxin.welfare.rules import life
from tongxin.welfare.rules.next_step import MINUTES, STAGES, Standing, next_step, stage_of
from tongxin.welfare.words import NEXT, SHAPES, STEPS
from tongxin.welfare.words import STAGES as CALLED


@dataclass(frozen=True)
class Next:
    """The one thing to do: its key, what it is called, why it is easy, how many minutes it takes (0: it only waits)."""

    key: str
    title: str
    why: str
    minutes: int


@dataclass(frozen=True)
class Stage:
    """A stage of the line: done, going on, or still to come."""

    called: str
    number: int
    done: bool
    current: bool


@dataclass(frozen=True)
class Turn:
    """A step that was taken, in words."""

    called: str
    step: Step


@dataclass(frozen=True)
class Amended:
    """A change after the approval, in words."""

    said: str
    change: Amendment


@dataclass(frozen=True)
class Detail:
    """Everything of the page. `handed_in`: the step by which it was last handed in. `head_fen`: what a head may get; `total_fen`: times the people. `acts`: what this reader may do.
    `checked` and `total_fen` are for who reads all of the round; others that `reads` see their own units' people."""

    shape: str
    state: str
    stages: tuple[Stage, ...]
    next: Next
    acts: frozenset[str]
    runs: bool
    reads: bool
    own: bool
    handed_in: int | None
    shares: tuple[Share, ...]
    head_fen: int
    total_fen: int | None
    packs: tuple[PackView, ...]
    checked: Checked | None
    counts: Counts
    remarks: int
    links: tuple[LinkLine, ...]
    turns: tuple[Turn, ...]
    amended: tuple[Amended, ...]
    sent_back: Step | None

    @property
    def stale(self) -> bool:
        """Whether a product of a pack costs something else today."""
        return any(pack.stale for pack in self.packs)

    @property
    def blocks(self) -> tuple[Finding, ...]:
        """Rules that stop the round."""
        return self.checked.blocks if self.checked else ()


def detail_of(actor: Actor, round: Round, now: datetime) -> Detail:
    """A fixed number of queries, whatever the round holds."""
    steps, packs = list(round.steps.all()), packs_of(round)
    shares = tuple(round.shares.all())
    runs, remarks = may_run(actor, round), open_remarks(round)
    counts = counts_of(Entitled.objects.filter(people_to_read(actor, round), round=round))
    links = links_of("welfare.people", round.pk, now) if runs else ()
    head = sum(share.fen for share in shares)
    found = checked(round) if may_read_all(actor, round) else None
    key = next_step(_standing(round, packs, head, found, links, remarks, now))
    return Detail(
        shape=SHAPES[round.state], state=str(round.get_state_display()), stages=tuple(_stages(round.state)), next=_next(key),
        acts=_acts(round, runs=runs, approves=may_approve(actor, round)), runs=runs, reads=bool(paths_to_read(actor)), own=_own(actor, steps), handed_in=next((step.pk for step in reversed(steps) if step.kind == "submit"), None), shares=shares,
        head_fen=head, total_fen=head * counts.standing if found and round.drawn_up_at else None, packs=packs,
        checked=found, counts=counts, remarks=remarks, links=links,
        turns=tuple(Turn(str(STEPS.get(step.kind, step.kind)), step) for step in steps),
        amended=tuple(Amended(said(each), each) for each in amendments_of(round)),
        sent_back=steps[-1] if steps and round.state == life.RETURNED else None,
    )  # fmt: skip


APPROVING: Final = frozenset({"approve", "send_back"})


def _acts(round: Round, *, runs: bool, approves: bool) -> frozenset[str]:
    """What may be done now, by whom it is."""
    able = {act for act in life.ACTS if life.may(act, round.state, chosen=round.chosen_at is not None)}
    return frozenset((able & APPROVING if approves else set()) | (able - APPROVING if runs else set()))


def _standing(
    round: Round, packs: tuple[PackView, ...], head: int, found: Checked | None, links: tuple[LinkLine, ...], remarks: int, now: datetime
) -> Standing:  # fmt: skip
    filled = [pack for pack in packs if pack.items]
    due = round.choose_until is not None and round.choose_until <= now
    return Standing(
        state=round.state, shares=bool(head), over=any(pack.over for pack in packs), blocked=bool(found and found.blocks), packs=len(filled), quoted=sum(1 for pack in filled if pack.chosen),
        few_quotes=bool(round.few_quotes), listed=round.drawn_up_at is not None, asked=bool(links),
        confirmed=round.confirmed_at is not None, remarks=remarks,
        choices=len(packs) > 1 or round.delivers or bool(round.donates_to), chosen=round.chosen_at is not None, due=due,
    )  # fmt: skip


def _stages(state: str) -> Any:
    going = stage_of(state)
    over = state == life.CLOSED
    for number, (key, _states) in enumerate(STAGES):
        yield Stage(str(CALLED[key]), number + 1, number < going or over, number == going and not over)


def _next(key: str) -> Next:
    title, why = NEXT[key]
    return Next(key, str(title), str(why), MINUTES[key])


def _own(actor: Actor, steps: list[Step]) -> bool:
    """Whether the reader handed it in: somebody else is to approve."""
    handed = [step for step in steps if step.kind == "submit"]
    return bool(handed) and handed[-1].person_id is not None and handed[-1].person_id == actor.person_id
