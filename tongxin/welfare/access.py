"""Who may see, run and approve a welfare round. A stranger gets 404."""

from __future__ import annotations

from typing import Final

from django.db.models import Q, QuerySet
from django.http import Http404

from tongxin.org.access import below, needs_office, require_right, require_somewhere, union_path
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import WELFARE_APPROVE, WELFARE_HAND_OUT, WELFARE_READ, WELFARE_RUN
from tongxin.welfare.models import Entitled, Round

State = Round.State
OPEN_TO_MEMBERS: Final = (State.CHOOSING, State.HANDING, State.CLOSED)
# A branch learns of a round of the union above it once it is settled that there will be one.
OPEN_TO_BRANCHES: Final = (State.APPROVED, *OPEN_TO_MEMBERS)


def rounds_for(actor: Actor) -> QuerySet[Round]:
    """What the actor may see: members what has been opened for their union or for themselves (called off after that, too);
    officers all rounds of their units, and of the units above what has been approved.
    """
    return Round.objects.filter(_of_member(actor) | rounds_of_office(actor.paths(WELFARE_READ)))


def rounds_of_office(paths: tuple[str, ...]) -> Q:
    """A condition: rounds that officers of units at these paths read."""
    known = Q(state__in=OPEN_TO_BRANCHES) | Q(state=State.CANCELLED, opened_at__isnull=False)
    above = Unit.objects.filter(path__in={each for path in paths for each in _above(path)}).values("pk")
    return below(paths, "unit__path") | (known & Q(unit__in=above) if paths else Q(pk__in=()))


def get_round(actor: Actor, pk: int) -> Round:
    """A round that the actor may see. Refuses: 404, `access.office_mode` where only the hat is missing."""
    found = fetch(pk)
    if rounds_for(actor).filter(pk=pk).exists():
        return found
    raise needs_office() if not actor.in_office and actor.could(WELFARE_READ, found.unit) else Http404


def get_round_to_run(actor: Actor, pk: int) -> Round:
    """A round that the actor may run. Refuses: 404, and as `require_run`."""
    found = fetch(pk)
    require_run(actor, found)
    return found


def get_round_to_approve(actor: Actor, pk: int) -> Round:
    """A round that the actor may approve or send back. Refuses: 404, and as `org.access.require_right`."""
    found = fetch(pk)
    require_approve(actor, found)
    return found


def require_run(actor: Actor, round: Round) -> None:
    """Refuses: `access.office_mode` (403) under the member's hat, `access.no_right` (404) for all others."""
    require_right(actor, WELFARE_RUN, round.unit)


def require_approve(actor: Actor, round: Round) -> None:
    """Refuses as `require_run`, of those who approve."""
    require_right(actor, WELFARE_APPROVE, round.unit)


def may_run(actor: Actor, round: Round) -> bool:
    """Whether the actor may run the round now."""
    return actor.may(WELFARE_RUN, round.unit)


def may_approve(actor: Actor, round: Round) -> bool:
    """Whether the actor may approve rounds of its unit now."""
    return actor.may(WELFARE_APPROVE, round.unit)


def paths_to_read(actor: Actor) -> tuple[str, ...]:
    """Paths of the units of whose people the actor reads what they get."""
    return actor.paths(WELFARE_READ)


def paths_to_hand_out(actor: Actor) -> tuple[str, ...]:
    """Paths of the units to whose people the actor may hand out."""
    return actor.paths(WELFARE_HAND_OUT)


def people_to_read(actor: Actor, round: Round) -> Q:
    """A condition on `Entitled`: whom of a round the actor sees by name. All of it in its unit; else those of the own units."""
    if actor.may(WELFARE_READ, round.unit):
        return Q()
    return below(paths_to_read(actor), "unit__path")


def may_open_files(actor: Actor, pk: int) -> bool:
    """Whether the actor may open pictures of a round's packs: as the round itself."""
    return rounds_for(actor).filter(pk=pk).exists()


def require_reader(actor: Actor) -> None:
    """Refuses who reads no unit's rounds at all. Refuses as `require_somewhere`."""
    require_somewhere(actor, WELFARE_READ)


def fetch(pk: int) -> Round:
    """A round with its unit, nobody asked who wants it. Refuses: 404."""
    found = Round.objects.select_related("unit").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _of_member(actor: Actor) -> Q:
    opened = Q(state__in=OPEN_TO_MEMBERS) | Q(state=State.CANCELLED, opened_at__isnull=False)
    if actor.person_id is None:
        return Q(pk__in=())
    own = Entitled.objects.filter(Entitled.standing(), person=actor.person_id).values("round")
    mine = Q(pk__in=own)
    if actor.union_id:
        mine |= Q(unit__path__startswith=union_path(actor.union_id))
    return opened & mine


def _above(path: str) -> list[str]:
    """Every path that leads to this one: `1.4.9.` lies below `1.` and `1.4.`."""
    parts = path.rstrip(".").split(".")
    return [".".join(parts[:depth]) + "." for depth in range(1, len(parts))]
