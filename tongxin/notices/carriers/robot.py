"""A parcel as a message of a group robot, by the library apprise."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

import requests
from apprise import Apprise
from apprise.plugins import dingtalk, feishu, lark, wecombot
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.notices.carriers.outcome import SENT, Outcome, failed, refused, unclear
from tongxin.notices.models import Parcel
from tongxin.notices.rules.robots import target

# A list, so that what is put in shows in the caller though the library may send in a thread of its own.
_answers: ContextVar[list[Any]] = ContextVar("answers of a robot's service")


class _Listening:
    """`requests` as the library's four plugins see it, which keeps what came back.

    The services answer a wrong key with status 200 and a code in the body, and the library takes every 200 for a
    success and every break for the same failure. We need the code, and whether anything had left when it broke.
    """

    def __getattr__(self, name: str) -> Any:
        return getattr(requests, name)

    def post(self, *args: Any, **kwargs: Any) -> Any:
        """As `requests.post`."""
        try:
            answer = requests.post(*args, **kwargs)
        except requests.RequestException as fault:
            _answers.get([]).append(fault)
            raise
        _answers.get([]).append(answer)
        return answer


for _plugin in (wecombot, dingtalk, feishu, lark):
    _plugin.requests = _Listening()  # type: ignore[attr-defined]


def say(parcel: Parcel) -> Outcome:
    """The message to the robot's group."""
    robot = parcel.robot
    named = target(robot.kind, robot.address, robot.secret) if robot and robot.in_use else None
    speaker = Apprise.instantiate(named) if named else None
    if speaker is None:
        return refused(_("这个机器人停用了，或者地址不对"))
    answers: list[Any] = []
    _answers.set(answers)
    taken = speaker.notify(body=words(parcel))
    return judged(answers[-1] if answers else None, taken=bool(taken))


def words(parcel: Parcel) -> str:
    """Title, words and the address of the notice, as plain lines."""
    notice = parcel.notice
    if notice is None:
        return "\n".join(part for part in (parcel.subject, parcel.body) if part)
    path = notice.url or reverse("notices:notice", args=[notice.pk])
    link = settings.ADDRESS + path if settings.ADDRESS else ""
    lines = (parcel.subject or notice.title, parcel.body or notice.body[:400], link)
    return "\n".join(line for line in lines if line)


def judged(answer: Any, *, taken: bool) -> Outcome:
    """What the service's answer (a response, or the error in its place) means."""
    if isinstance(answer, requests.ConnectTimeout | requests.exceptions.SSLError) or _never_connected(answer):
        return failed(type(answer).__name__)
    if answer is None or isinstance(answer, Exception):
        return SENT if taken else unclear(type(answer).__name__ if answer else _("没有回音"))
    code = _code(answer)
    if answer.status_code == requests.codes.ok:
        return SENT if code in (None, 0) else failed(_("对方不收，代码 %(code)s") % {"code": code})
    return failed(_("对方不收，代码 %(code)s") % {"code": answer.status_code})


def _never_connected(fault: Any) -> bool:
    """Whether the connection was never made: then nothing has left. urllib3 says so in what it wraps."""
    cause = (
        getattr(fault.args[0], "reason", None) if isinstance(fault, requests.ConnectionError) and fault.args else None
    )
    return type(cause).__name__ in {"NewConnectionError", "NameResolutionError", "ConnectTimeoutError"}


def _code(answer: Any) -> Any:
    """`errcode` of WeCom and DingTalk, `code` of Feishu; None where the body has neither."""
    try:
        body = answer.json()
    except ValueError:
        return None
    return body.get("errcode", body.get("code")) if isinstance(body, dict) else None
