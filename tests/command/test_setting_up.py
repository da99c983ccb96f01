"""From nothing to a union: what is refused before, what is there afterwards."""

from __future__ import annotations

import pytest

from tests.support.installation import UNION


@pytest.mark.parametrize(
    "words", [("figures", "2020"), ("invite", "2015001"), ("report", "2020", "--out", "x.docx"), ("work", "--once")]
)
def test_an_empty_database_points_to_init(installation, words):
    done = installation.run(*words)
    assert done.code == 1
    assert "tongxin init" in done.complaint


def test_serving_waits_for_the_upgrade(installation):
    done = installation.run("serve")
    assert done.code == 1
    assert "tongxin upgrade" in done.complaint
    assert "[serve.not_ready]" in done.complaint


def test_init_without_a_terminal_asks_nothing_and_makes_nothing(installation):
    done = installation.run("init", "--name", "某工会")
    assert done.code == 1
    assert "[init.missing]" in done.complaint
    assert not (installation.data / "tongxin.sqlite3").exists()


def test_init_founds_a_union_and_invites_its_first_officer(founded):
    assert founded.run("doctor").code == 0
    done = founded.run("invite", "2015001")
    assert done.code == 0
    assert done.out.startswith("/welcome/")


def test_init_again_refuses_the_same_code(founded):
    done = founded.run("init", *UNION)
    assert done.code == 1
    assert "[unit." in done.complaint
    assert founded.run("figures", "2020").code == 0


def test_the_secret_key_is_the_owners_alone(founded):
    key = founded.data / "secret_key"
    assert key.stat().st_mode & 0o077 == 0
    assert len(key.read_text()) > 40


def test_upgrading_again_is_harmless(founded):
    assert founded.run("upgrade").code == 0
    assert founded.run("upgrade").code == 0


def test_an_unknown_person_or_unit_is_one_line(founded):
    assert "[person.unknown]" in founded.run("invite", "9").complaint
    assert "[unit.unknown]" in founded.run("figures", "2020", "--unit", "nirgends").complaint


@pytest.mark.parametrize("words", [(), ("--reset",)])
def test_the_demonstration_never_comes_into_a_real_union(founded, words):
    done = founded.run("demo", "--no-serve", *words)
    assert done.code == 1
    assert "[demo.not_empty]" in done.complaint
    assert founded.run("invite", "2015001").code == 0


def test_no_database_server_is_one_line(installation):
    done = installation.run("figures", "2020", TONGXIN_DATABASE_URL="postgres://nobody@127.0.0.1:1/nothing")
    assert done.code == 1
    assert "Traceback" not in done.err
