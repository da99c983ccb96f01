"""Where mail leaves by: what is taken, what is refused in one line that shows no password."""

from __future__ import annotations

import pytest

from tongxin.config.env import BadSetting, Env, mail


@pytest.mark.parametrize(
    ("url", "host", "port", "tls", "ssl"),
    [
        ("smtp://a:b@mail.example.cn:587", "mail.example.cn", 587, True, False),
        ("smtp://a:b@mail.example.cn", "mail.example.cn", 587, True, False),
        ("smtps://a:b@mail.example.cn", "mail.example.cn", 465, False, True),
        ("smtp://relay:25?tls=no", "relay", 25, False, False),
    ],
)
def test_a_server_is_named_by_an_address(url, host, port, tls, ssl):
    found = mail(url)
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == (host, port)
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (tls, ssl)
    assert found["EMAIL_TIMEOUT"] <= 60


def test_user_and_password_may_hold_any_sign():
    found = mail("smtp://gonghui%40example.cn:a%3Ab%2Fc%40@mail.example.cn")
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("gonghui@example.cn", "a:b/c@")


def test_without_one_nothing_is_set():
    assert mail("") == {}


@pytest.mark.parametrize(
    "url",
    [
        "http://a:hidden@b",
        "smtp://",
        "mail.example.cn",
        "smtp://a:hidden@b:many",
        "smtp://a:hidden@b?tsl=no",
        "smtp://[::1",
    ],
)
def test_nonsense_is_refused_without_showing_the_password(url):
    with pytest.raises(BadSetting) as caught:
        mail(url)
    assert "hidden" not in str(caught.value)


@pytest.mark.parametrize(
    "word", ["", "https://gonghui.example.cn", "http://localhost:8000", "https://gonghui.example.cn/"]
)
def test_an_address_of_the_site_is_taken(word):
    assert Env({"TONGXIN_ADDRESS": word}).address("ADDRESS", "") == word.rstrip("/")


@pytest.mark.parametrize("word", ["gonghui.example.cn", "ftp://x", "https://x/path", "https://", "https://x?y"])
def test_other_addresses_are_refused(word):
    with pytest.raises(BadSetting):
        Env({"TONGXIN_ADDRESS": word}).address("ADDRESS", "")


def test_a_sender_is_a_mail_address():
    assert Env({"TONGXIN_MAIL_FROM": "同心 <a@b.cn>"}).sender("MAIL_FROM", "") == "同心 <a@b.cn>"
    for word in ("同心", "a@b.cn\nBcc: x@y.cn"):
        with pytest.raises(BadSetting):
            Env({"TONGXIN_MAIL_FROM": word}).sender("MAIL_FROM", "")
