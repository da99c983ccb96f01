"""What the command says of itself, and how it takes nonsense: one line, status 2."""

from __future__ import annotations

import re

import pytest

CHINESE = re.compile(r"[\u4e00-\u9fff]")
COMMANDS = (
    "init",
    "serve",
    "demo",
    "import",
    "figures",
    "report",
    "check-report",
    "invite",
    "upgrade",
    "work",
    "doctor",
)


@pytest.mark.parametrize(("locale", "chinese"), [("zh_CN.UTF-8", True), ("en_US.UTF-8", False), ("C", False)])
def test_the_help_comes_in_the_language_of_the_shell(installation, locale, chinese):
    done = installation.run("--help", locale=locale)
    assert (done.code, done.err) == (0, "")
    assert [word for word in COMMANDS if word not in done.out] == []
    if chinese:
        assert CHINESE.search(done.out)
    else:
        assert not CHINESE.search(done.out)
    assert not installation.data.exists() or not list(installation.data.glob("*.sqlite3"))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_help(tongxin, command):
    code, out, err = tongxin(command, "--help")
    assert (code, err) == (0, "")
    assert CHINESE.search(out)


@pytest.mark.parametrize(
    "words",
    [(), ("fly",), ("figures", "twenty"), ("figures", "20"), ("serve", "--port", "0"), ("serve", "--port", "99999"),
     ("serve", "--workers", "0"), ("demo", "--staff", "no"), ("import",), ("import", "plan", "x.xlsx"), ("report", "2020"), ("--fly",)],
)  # fmt: skip
def test_wrong_use_is_one_line_and_status_two(tongxin, words):
    code, out, err = tongxin(*words)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert err.startswith("tongxin: ")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("TONGXIN_DEBUG", "perhaps", "TONGXIN_DEBUG=perhaps"),
        ("TONGXIN_UPLOAD_MB", "0", "TONGXIN_UPLOAD_MB=0"),
        ("TONGXIN_SESSION_DAYS", "many", "TONGXIN_SESSION_DAYS=many"),
        ("TONGXIN_DATABASE_URL", "mysql://root@localhost/x", "mysql://"),
        ("TONGXIN_DATABASE_URL", "sqlite:///", "TONGXIN_DATABASE_URL"),
        ("TONGXIN_HSOTS", "example.com", "TONGXIN_HSOTS"),
        ("TONGXIN_TIME_ZONE", "Asia/Nirgendwo", "TONGXIN_TIME_ZONE"),
        ("TONGXIN_LOG", "LOUD", "TONGXIN_LOG"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(installation, name, value, told):
    done = installation.run("doctor", **{name: value})
    assert (done.code, done.out) == (2, "")
    assert told in done.complaint


@pytest.mark.parametrize(("locale", "chinese"), [("zh_CN.UTF-8", True), ("en_US.UTF-8", False)])
@pytest.mark.parametrize(("name", "value"), [("TONGXIN_DEBUG", "perhaps"), ("TONGXIN_HSOTS", "example.com")])
def test_a_wrong_setting_is_told_in_the_language_of_the_shell(installation, locale, chinese, name, value):
    done = installation.run("doctor", locale=locale, **{name: value})
    assert bool(CHINESE.search(done.complaint)) is chinese
