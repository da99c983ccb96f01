"""Notices for tests."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import transaction

from tests.cast import NOW, Cast
from tongxin.notices import actions
from tongxin.notices.models import Notice, Parcel, Robot

WECOM = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa"
DINGTALK = "https://oapi.dingtalk.com/robot/send?access_token=566cc69da782ec33e42541b09b08551f"
FEISHU = "https://open.feishu.cn/open-apis/bot/v2/hook/b3a7-40d2-9f00-1234567890ab"


def announced(
    cast: Cast, title: str = "11月起活动管控", *, by: str = "office", unit: str = "union", **more: Any
) -> Notice:
    """A notice announced to the members of a unit."""
    given = {"words": "室内不超过100人。", "to": "members", "once": uuid4().hex, **more}
    return actions.announce(actor=cast.actor(by), now=NOW, unit=cast.units[unit], title=title, **given)


def told(cast: Cast, *names: str, key: str = "", kind: str = "change", **more: Any) -> Notice:
    """A notice that an act of another app told to these people."""
    with transaction.atomic():
        notice = actions.tell(
            actor=cast.actor("office"), now=NOW, unit=cast.union, kind=kind, key=key or uuid4().hex,
            to=[cast.people[name].pk for name in names], **{"title": "登高改到11月8日", "url": "/activities/", **more},
        )  # fmt: skip
    assert notice is not None
    return notice


def robot(cast: Cast, unit: str = "union", **more: Any) -> Robot:
    """A robot of a unit."""
    given = {"kind": "wecom", "name": "工会委员群", "address": WECOM, **more}
    return actions.add_robot(actor=cast.actor("office"), now=NOW, unit=cast.units[unit], **given)


def with_mail(cast: Cast, *names: str) -> None:
    """Give these people an address."""
    for name in names:
        cast.people[name].email = f"{name}@example.cn"
        cast.people[name].save()


def parcel(cast: Cast, name: str = "member", **more: Any) -> Parcel:
    """A parcel that is due."""
    given = {"key": uuid4().hex, "subject": "一封信", "body": "你好。", "due_at": NOW, **more}
    return Parcel.objects.create(person=cast.people[name], **given)
