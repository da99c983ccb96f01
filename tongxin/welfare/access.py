"""Who may see, run and approve a welfare round. A stranger gets 404."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from tongxin.core.clock import today
from tongxin.core.refusals import Refused
from tongxin.org.access import below, needs_office, require_right, require_somewhere, union_path
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.queries.placed import in_standing
from tongxin.org.rules.rights import WELFARE_APPROVE, WELFARE_HAND_OUT, WELFARE_READ, WELFARE_RUN
from tongxin.places.models import Pool
from tongxin.welfare.models import Asked, Entitled, Pack, Poll, Round

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
    held = tuple(grant.path for grant in actor.grants if grant.right == WELFARE_READ)
    with_hat = not actor.in_office and Round.objects.filter(rounds_of_office(held), pk=pk).exists()
    raise needs_office() if with_hat else Http404


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


def may_read_all(actor: Actor, round: Round) -> bool:
    """Whether the actor reads all of the round, not only what concerns a unit below."""
    return actor.may(WELFARE_READ, round.unit)


def paths_to_read(actor: Actor) -> tuple[str, ...]:
    """Paths of the units of whose people the actor reads what they get."""
    return actor.paths(WELFARE_READ)


def paths_to_hand_out(actor: Actor) -> tuple[str, ...]:
    """Paths of the units to whose people the actor may hand out."""
    return actor.paths(WELFARE_HAND_OUT)


def people_to_read(actor: Actor, round: Round) -> Q:
    """A condition on `Entitled`: whom of a round the actor sees by name. All of it in its unit; else those of the own units."""
    if may_read_all(actor, round):
        return Q()
    return below(paths_to_read(actor), "unit__path")


def require_read_all(actor: Actor, round: Round) -> None:
    """Refuses as `require_run`, of those who read all of the round."""
    require_right(actor, WELFARE_READ, round.unit)


def may_open_files(actor: Actor, pk: int) -> bool:
    """Whether the actor may open the picture of a pack (by its id): as the round itself."""
    return rounds_for(actor).filter(packs=pk).exists()


def get_pack_to_run(actor: Actor, pk: int, pack: int) -> Pack:
    """A pack of a round that the actor may run. Refuses as `get_round_to_run`."""
    round = get_round_to_run(actor, pk)
    found = Pack.objects.select_related("pool").filter(round=round, pk=pack).first()
    if found is None:
        raise Http404
    found.round = round
    return found


def require_reader(actor: Actor) -> None:
    """Refuses who reads no unit's rounds at all. Refuses as `require_somewhere`."""
    require_somewhere(actor, WELFARE_READ)


def fetch(pk: int) -> Round:
    """A round with its unit, nobody asked who wants it. Refuses: 404."""
    found = Round.objects.select_related("unit").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def get_poll(actor: Actor, pk: int, now: datetime) -> Poll:
    """The poll of a round that the actor is asked in, once it has begun. Refuses: 404."""
    poll = Poll.objects.select_related("round__unit").filter(round=pk, set_at__isnull=False, opens_at__lte=now).first()
    if poll is None or not is_polled(actor, poll, now):
        raise Http404
    return poll


def is_polled(actor: Actor, poll: Poll, now: datetime) -> bool:
    """Whether the poll asks this person: of the round's unit and, where the round is for members, in standing.

    A round that was called off asks nobody.
    """
    round = poll.round
    if round.state == State.CANCELLED:
        return False
    if actor.person_id is None or not actor.unit_path.startswith(round.unit.path or "\0"):
        return False
    return round.who == Pool.Who.STAFF or in_standing(today(now)).filter(person=actor.person_id).exists()


def get_asked(actor: Actor, pk: int) -> Asked:
    """The actor's own line about how a round was, with its box. Refuses: 404, `welfare.not_asked` (404)."""
    found = asked_line(actor, pk)
    if found is None:
        get_round(actor, pk)
        raise not_asked()
    return found


def asked_line(actor: Actor, pk: int) -> Asked | None:
    """The actor's own line, or None."""
    if actor.person_id is None:
        return None
    return Asked.objects.select_related("round__box", "round__unit").filter(round=pk, person=actor.person_id).first()


def not_asked() -> Refused:
    """The refusal for who received nothing, or was not asked."""
    return Refused("welfare.not_asked", _("这次没有请你评价：只请领到的人评。"), status=404)


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
