"""The group robots that an officer may look after."""

from __future__ import annotations

from dataclasses import dataclass

from tongxin.notices.models import Robot
from tongxin.notices.rules.robots import shown
from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import NOTICES_SEND


@dataclass(frozen=True)
class Shown:
    """A robot with its address masked; `retired` where the address is forgotten."""

    pk: int
    name: str
    kind: str
    unit: str
    address: str
    signed: bool
    in_use: bool
    retired: bool


def robots_of(actor: Actor) -> list[Shown]:
    """The robots of the actor's units, by unit. One query."""
    rows = Robot.objects.filter(below(actor.paths(NOTICES_SEND), "unit__path")).select_related("unit")
    return [
        Shown(
            pk=robot.pk, name=robot.name, kind=str(robot.get_kind_display()), unit=robot.unit.called,
            address=shown(robot.address) if robot.address else "", signed=bool(robot.secret), in_use=robot.in_use,
            retired=not robot.address,
        )
        for robot in rows.order_by("unit__path", "pk")
    ]  # fmt: skip
