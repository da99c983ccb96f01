"""Pauses between tries; addresses of robots."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.notices.rules.retries import LONGEST_SENDING, MOST_TRIES, PAUSES, pause_after
from tongxin.notices.rules.robots import SERVICES, shown, target
from tongxin.notices.tests.making import DINGTALK, FEISHU, WECOM


@pytest.mark.parametrize(
    ("tries", "pause"),
    [(0, None), (1, timedelta(minutes=1)), (2, timedelta(minutes=5)), (5, timedelta(hours=8)), (6, None), (7, None)],
)
def test_a_parcel_is_tried_six_times_after_growing_pauses(tries, pause):
    assert pause_after(tries) == pause
    assert MOST_TRIES == 6
    assert list(PAUSES) == sorted(PAUSES)
    assert timedelta(minutes=1) < LONGEST_SENDING


@pytest.mark.parametrize(
    ("kind", "address", "secret", "named"),
    [
        ("wecom", WECOM, "", "wecombot://693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa/?redirect=no"),
        ("dingtalk", DINGTALK, "", "dingtalk://566cc69da782ec33e42541b09b08551f/?redirect=no"),
        ("dingtalk", DINGTALK, "SECabc12345", "dingtalk://SECabc12345@566cc69da782ec33e42541b09b08551f/?redirect=no"),
        ("feishu", FEISHU, "", "feishu://b3a7-40d2-9f00-1234567890ab/?redirect=no"),
        ("feishu", FEISHU.replace("feishu.cn", "larksuite.com"), "", "lark://b3a7-40d2-9f00-1234567890ab/?redirect=no"),
        ("feishu", FEISHU + "/", "", "feishu://b3a7-40d2-9f00-1234567890ab/?redirect=no"),
    ],
)
def test_robots_of_the_three_services_are_known_by_their_addresses(kind, address, secret, named):
    assert target(kind, address, secret) == named


@pytest.mark.parametrize(
    ("kind", "address", "secret"),
    [
        ("wecom", "", ""),
        ("wecom", DINGTALK, ""),
        ("dingtalk", WECOM, ""),
        ("wecom", WECOM.replace("https", "http"), ""),
        ("wecom", WECOM.replace("qyapi.weixin.qq.com", "qyapi.weixin.qq.com.evil.example"), ""),
        ("wecom", WECOM.replace("qyapi.weixin.qq.com", "evil.example@qyapi.weixin.qq.com"), ""),
        ("wecom", WECOM.replace("qyapi.weixin.qq.com", "qyapi.weixin.qq.com@127.0.0.1"), ""),
        ("wecom", WECOM.replace(".com/", ".com:8080/"), ""),
        ("wecom", WECOM.replace(".com/", ".com:many/"), ""),
        ("wecom", "https://[::1/cgi-bin", ""),
        ("wecom", WECOM + "#x", ""),
        ("wecom", WECOM.replace("webhook/send", "webhook/upload"), ""),
        ("wecom", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a/b?c", ""),
        ("wecom", "https://127.0.0.1/cgi-bin/webhook/send?key=12345678", ""),
        ("feishu", FEISHU + "/../x", ""),
        ("feishu", FEISHU + "?to=x", ""),
        ("wecom", WECOM, "SECabc12345"),
        ("dingtalk", DINGTALK, "SEC/../x"),
    ],
)
def test_nothing_else_is_taken(kind, address, secret):
    assert target(kind, address, secret) is None


@given(st.sampled_from(["wecom", "dingtalk", "feishu"]), st.text(max_size=200), st.text(max_size=40))
def test_whatever_is_typed_names_one_of_the_services_or_nothing(kind, address, secret):
    named = target(kind, address, secret)
    assert named is None or named.split("://")[0] in {service.scheme for service in SERVICES}


def test_only_the_end_of_an_address_is_shown():
    assert shown(WECOM) == "qyapi.weixin.qq.com … 5aaa"
