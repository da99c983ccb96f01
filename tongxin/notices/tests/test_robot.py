"""A parcel as a message of a group robot. Nothing leaves the machine: `requests.post` is taken away."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
import requests
from urllib3.exceptions import NewConnectionError, ReadTimeoutError

from tests.cast import NOW
from tongxin.notices import actions
from tongxin.notices.models import Parcel
from tongxin.notices.tests.making import DINGTALK, FEISHU, announced, robot

pytestmark = pytest.mark.django_db(transaction=True)


class Service:
    """What a service answers, and what it was asked."""

    def __init__(self, status=200, body='{"errcode": 0, "errmsg": "ok"}', fault=None):
        self.status, self.body, self.fault, self.asked = status, body, fault, []

    def __call__(self, url, **given):
        self.asked.append((url, json.loads(given["data"]), given))
        if self.fault:
            raise self.fault
        return SimpleNamespace(
            status_code=self.status, json=lambda: json.loads(self.body), content=self.body.encode(), text=self.body
        )


@pytest.fixture
def service(monkeypatch, settings):
    """A service in place of the three; robots may reach out to it."""
    settings.ROBOTS_REACH_OUT, settings.DEMO, settings.ADDRESS = True, False, "https://gonghui.example.cn"

    def answering(**given):
        made = Service(**given)
        monkeypatch.setattr(requests, "post", made)
        return made

    return answering


def tried(cast, **more):
    made = robot(cast, **more)
    parcel = actions.try_robot(actor=cast.actor("office"), now=NOW, robot=made)
    actions.deliver(now=NOW)
    parcel.refresh_from_db()
    return parcel


@pytest.mark.parametrize(
    ("more", "host", "field"),
    [
        ({}, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=", "text"),
        (
            {"kind": "dingtalk", "address": DINGTALK, "secret": "SECabc12345"},
            "https://oapi.dingtalk.com/robot/send",
            "text",
        ),
        ({"kind": "feishu", "address": FEISHU}, "https://open.feishu.cn/open-apis/bot/v2/hook/", "content"),
        (
            {"kind": "feishu", "address": FEISHU.replace("feishu.cn", "larksuite.com")},
            "https://open.larksuite.com/open-apis/bot/v2/hook/",
            "content",
        ),
    ],
)
def test_a_trial_reaches_the_group(cast, service, more, host, field):
    asked = service()
    assert tried(cast, **more).state == "sent"
    ((url, body, given),) = asked.asked
    assert url.startswith(host)
    assert "能收到校工会的通知" in json.dumps(body[field], ensure_ascii=False)
    assert given["allow_redirects"] is False


def test_a_notice_is_told_with_its_address_and_no_names(cast, service):
    asked = service()
    robot(cast)
    notice = announced(cast, important=True)
    actions.deliver(now=NOW)
    ((_url, body, _given),) = asked.asked
    assert body["text"]["content"].split("\n") == [
        "11月起活动管控", "室内不超过100人。", f"https://gonghui.example.cn/notices/{notice.pk}/",
    ]  # fmt: skip


def never() -> requests.ConnectionError:
    pool = SimpleNamespace(host="x", port=443)
    return requests.ConnectionError(SimpleNamespace(reason=NewConnectionError(pool, "refused")))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ({"body": '{"errcode": 93000, "errmsg": "invalid webhook url"}'}, "waiting"),
        ({"body": '{"code": 19024, "msg": "Key Words Not Found"}'}, "waiting"),
        ({"body": '{"code": 0, "msg": "success"}'}, "sent"),
        ({"body": "fine"}, "sent"),
        ({"body": "[]"}, "sent"),
        ({"status": 503, "body": "busy"}, "waiting"),
        ({"fault": requests.ConnectTimeout()}, "waiting"),
        ({"fault": never()}, "waiting"),
        ({"fault": requests.ReadTimeout(ReadTimeoutError(None, "x", "slow"))}, "unclear"),  # type: ignore[arg-type]
        ({"fault": requests.ConnectionError("reset")}, "unclear"),
    ],
)
def test_a_no_in_the_body_is_a_no_and_silence_is_unclear(cast, service, answer, state):
    service(**answer)
    found = tried(cast)
    assert (found.state, found.fault) == (state, found.fault)


def test_nothing_leaves_where_nothing_may(cast, service, settings):
    asked = service()
    for name, value in (("DEMO", True), ("ROBOTS_REACH_OUT", False)):
        settings.DEMO = False
        setattr(settings, name, value)
        robot_ = robot(cast, "union" if name == "DEMO" else "lib")
        actions.try_robot(actor=cast.actor("office"), now=NOW, robot=robot_)
        assert actions.deliver(now=NOW) == {"kept": 1}
    assert asked.asked == []


def test_a_robot_retired_meanwhile_says_nothing(cast, service):
    asked = service()
    made = robot(cast)
    announced(cast)
    actions.retire_robot(actor=cast.actor("office"), now=NOW, robot=made)
    actions.deliver(now=NOW)
    assert (Parcel.objects.get().state, asked.asked) == ("failed", [])
