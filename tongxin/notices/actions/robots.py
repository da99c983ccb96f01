"""The group robots of a unit. Their addresses are secrets: no entry of the trail holds them."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.notices.models import Parcel, Robot
from tongxin.notices.rules.robots import SIGNED, target
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import NOTICES_SEND


@transaction.atomic
def add_robot(
    *, actor: Actor, now: datetime, unit: Unit, kind: str, name: str, address: str, secret: str = ""
) -> Robot:
    """Let a group robot pass on what the unit and those below it say.

    Refuses: `access.no_right`, `access.office_mode`, `robot.no_name`, `robot.address`, `robot.secret`, `robot.twice`.
    """
    require_right(actor, NOTICES_SEND, unit)
    name, address, secret = name.strip(), address.strip(), secret.strip()
    _require_sound(kind, name, address, secret)
    _require_new(unit, address)
    robot = Robot.objects.create(unit=unit, kind=kind, name=name, address=address, secret=secret)
    record(actor=actor, now=now, act="notices.add_robot", thing=robot, unit=unit, after={"name": name, "robot": kind})
    return robot


@transaction.atomic
def change_robot(
    *, actor: Actor, now: datetime, robot: Robot, name: str, address: str = "", secret: str = "", in_use: bool = True
) -> Robot:
    """Change a robot; an empty address leaves address and secret as they are. Without a change, no entry.

    Refuses: as `add_robot`.
    """
    require_right(actor, NOTICES_SEND, robot.unit)
    robot = lock(Robot.objects.filter(pk=robot.pk)).select_related("unit").get()
    before = {"name": robot.name, "in_use": robot.in_use}
    name, address, secret = name.strip(), address.strip(), secret.strip()
    fresh = bool(address) and (address, secret) != (robot.address, robot.secret)
    if secret and not address:
        raise Refused("robot.secret", _("改密钥要把地址也重新填一遍，两样是一起的。"), field="address")
    _require_sound(robot.kind, name, address or robot.address, secret if address else robot.secret)
    if fresh:
        _require_new(robot.unit, address, besides=robot.pk)
        robot.address, robot.secret = address, secret
    robot.name, robot.in_use = name, in_use
    after = {"name": name, "in_use": in_use}
    if fresh or before != after:
        robot.save()
        told = {**after, **({"address": _("换了")} if fresh else {})}
        record(
            actor=actor, now=now, act="notices.change_robot", thing=robot, unit=robot.unit, before=before, after=told
        )
    return robot


@transaction.atomic
def retire_robot(*, actor: Actor, now: datetime, robot: Robot) -> Robot:
    """Let a robot pass on nothing more; its address is forgotten. Retired already: nothing happens.

    Refuses: `access.no_right`, `access.office_mode`.
    """
    require_right(actor, NOTICES_SEND, robot.unit)
    robot = lock(Robot.objects.filter(pk=robot.pk)).select_related("unit").get()
    if robot.address:
        robot.in_use, robot.address, robot.secret = False, "", ""
        robot.save()
        record(actor=actor, now=now, act="notices.retire_robot", thing=robot, unit=robot.unit)
    return robot


@transaction.atomic
def try_robot(*, actor: Actor, now: datetime, robot: Robot) -> Parcel:
    """Put a message into the outbox that only says that the robot works.

    Refuses: `access.no_right`, `access.office_mode`, `robot.retired`.
    """
    require_right(actor, NOTICES_SEND, robot.unit)
    if not robot.in_use:
        raise Refused("robot.retired", _("这个机器人停用了。先启用，再试。"))
    parcel = Parcel.objects.create(
        robot=robot, key=f"trial:{robot.pk}:{uuid4().hex}", due_at=now, subject=_("同心试一条"),
        body=_("看到这一条，说明“%(group)s”能收到%(unit)s的通知。") % {"group": robot.name, "unit": robot.unit.called},
    )  # fmt: skip
    record(actor=actor, now=now, act="notices.try_robot", thing=robot, unit=robot.unit)
    return parcel


def _require_sound(kind: str, name: str, address: str, secret: str) -> None:
    if not name:
        raise Refused("robot.no_name", _("还没有群名。写上是哪个群。"), field="name")
    if secret and (kind not in SIGNED or (target(kind, address, secret) is None and target(kind, address))):
        said = _("密钥不对：钉钉的以 SEC 开头；企业微信和飞书的机器人空着就好。")
        raise Refused("robot.secret", said, field="secret")
    if target(kind, address) is None:
        said = _("这不是这种机器人的地址。在群里打开机器人的设置，把 https 开头的地址整条抄过来。")
        raise Refused("robot.address", said, field="address")


def _require_new(unit: Unit, address: str, besides: int | None = None) -> None:
    there = Robot.objects.filter(unit=unit).exclude(pk=besides or 0)
    if any(robot.address == address for robot in there):
        said = _("这个机器人已经加过了，再加会在群里说两遍。")
        raise Refused("robot.twice", said, field="address")
