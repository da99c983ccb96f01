"""Who may hand out, run and fetch. A stranger gets 404."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404

from tongxin.collecting.models import Complaint, Point, Receipt, Window
from tongxin.org.access import below, needs_office
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import WELFARE_HAND_OUT, WELFARE_READ, WELFARE_RUN
from tongxin.welfare.access import OPEN_TO_BRANCHES, fetch, get_round, get_round_to_run, paths_to_hand_out
from tongxin.welfare.models import Entitled, Round


@dataclass(frozen=True)
class Reach:
    """A round and the people of it to whom the actor hands out: `paths` of units, `("",)` for all of them."""

    round: Round
    paths: tuple[str, ...]

    def holds(self, path: str) -> bool:
        """Whether somebody of the unit at that path is among them; who stands in no unit is only where all are."""
        return any(path.startswith(each) for each in self.paths)

    @property
    def is_whole(self) -> bool:
        """Whether it is everybody."""
        return self.paths == ("",)

    def condition(self, field: str = "unit__path") -> Q:
        """The same as a condition on rows of the list."""
        return Q() if self.is_whole else below(self.paths, field)


def reach_of(actor: Actor, round: Round) -> Reach:
    """To whom of the round the actor may hand out now; nobody where `paths` is empty."""
    return Reach(round, _within(paths_to_hand_out(actor), round.unit.path or ""))


def get_reach(actor: Actor, pk: int) -> Reach:
    """A round that the actor hands out to some people. Refuses: 404, `access.office_mode` where only the hat is missing."""
    found = fetch(pk)
    _require_known(actor, found)
    reach = reach_of(actor, found)
    if reach.paths:
        return reach
    could = tuple(grant.path for grant in actor.grants if grant.right == WELFARE_HAND_OUT)
    if not actor.in_office and _within(could, found.unit.path or ""):
        raise needs_office()
    raise Http404


def get_entitled(actor: Actor, pk: int, entitled: int) -> tuple[Reach, Entitled]:
    """One of a round's list, struck off or not, to whom the actor hands out.

    Refuses: 404, `access.office_mode` where only the hat is missing.
    """
    rows = Entitled.objects.select_related("person", "unit", "round__unit")
    found = rows.filter(round=pk, pk=entitled).first()
    if found is None:
        raise Http404
    return _require_over(actor, found), found


def get_receipt(actor: Actor, pk: int) -> Receipt:
    """A receipt of somebody to whom the actor hands out. Refuses as `get_entitled`."""
    rows = Receipt.objects.select_related("entitled__person", "entitled__unit", "entitled__round__unit", "pack")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    _require_over(actor, found.entitled)
    return found


def _require_known(actor: Actor, round: Round) -> None:
    """A round that is still being made is for those who read all of it; nobody else learns of it. Refuses: 404."""
    told = round.state in OPEN_TO_BRANCHES or (round.state == Round.State.CANCELLED and round.opened_at is not None)
    if not told and not actor.could(WELFARE_READ, round.unit):
        raise Http404


def _require_over(actor: Actor, entitled: Entitled) -> Reach:
    _require_known(actor, entitled.round)
    reach, unit = reach_of(actor, entitled.round), entitled.unit
    if reach.paths and reach.holds((unit.path or "") if unit else ""):
        return reach
    if not actor.in_office and actor.could(WELFARE_HAND_OUT, unit or entitled.round.unit):
        raise needs_office()
    raise Http404


def get_point(actor: Actor, pk: int) -> Point:
    """A pick-up point of a round that the actor runs. Refuses as `welfare.access.get_round_to_run`."""
    found = Point.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.round = get_round_to_run(actor, found.round_id)
    return found


def get_window(actor: Actor, pk: int) -> Window:
    """A time slot of a round that the actor runs. Refuses as `get_point`."""
    found = Window.objects.select_related("pool").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.point = get_point(actor, found.point_id)
    return found


def get_own(actor: Actor, pk: int) -> Entitled:
    """The actor's own line of a round that is open to its people. Refuses: 404."""
    round = get_round(actor, pk)
    found = own_line(actor, round)
    if found is None:
        raise Http404
    return found


def own_line(actor: Actor, round: Round) -> Entitled | None:
    """The actor's own line of the round, with the person; None where there is none, or it was struck off."""
    rows = Entitled.objects.filter(Entitled.standing(), round=round, person=actor.person_id or 0)
    found = rows.select_related("person", "unit").first()
    if found is not None:
        found.round = round
    return found


def get_complaint(actor: Actor, pk: int) -> Complaint:
    """A complaint of a round that the actor runs. Refuses as `get_point`."""
    found = Complaint.objects.select_related("entitled__person", "entitled__unit").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.entitled.round = get_round_to_run(actor, found.entitled.round_id)
    return found


def may_open_photo(actor: Actor, pk: int) -> bool:
    """Whether the actor may open the photo of a complaint: who wrote it, and who runs the round."""
    found = Complaint.objects.select_related("entitled__round__unit").filter(pk=pk).first()
    if found is None:
        return False
    return found.entitled.person_id == actor.person_id or actor.may(WELFARE_RUN, found.entitled.round.unit)


def _within(paths: tuple[str, ...], root: str) -> tuple[str, ...]:
    """The paths as far as they lie in the tree at `root`; `("",)` where one holds all of it."""
    if any(root.startswith(path) for path in paths):
        return ("",)
    return tuple(sorted({path for path in paths if path.startswith(root)}))
