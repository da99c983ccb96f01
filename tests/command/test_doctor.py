"""The doctor finds what is wrong: an empty database, a missing step, a trail that was tampered with."""

from __future__ import annotations


def marks(done) -> str:
    """The first characters of its lines."""
    return "".join(line[0] for line in done.out.splitlines())


def test_an_empty_installation_is_ill_and_says_what_to_do(installation):
    installation.data.mkdir()
    done = installation.run("doctor")
    assert (done.code, done.err) == (1, "")
    assert "✗" in marks(done)
    assert "tongxin upgrade" in done.out


def test_a_sound_installation_is_well(founded):
    done = founded.run("doctor")
    assert (done.code, done.err) == (0, "")
    assert "✗" not in marks(done)


def test_it_speaks_the_language_of_the_shell(founded):
    done = founded.run("doctor", locale="en_US.UTF-8")
    assert "Database" in done.out


def test_debugging_in_production_is_bad(founded):
    assert founded.run("doctor", TONGXIN_DEBUG="yes").code == 1


def test_one_illness_does_not_hide_another(founded):
    done = founded.run("doctor", TONGXIN_DEBUG="yes")
    assert len(done.out.splitlines()) == len(founded.run("doctor").out.splitlines())


def test_a_trail_that_was_tampered_with_is_bad(founded_alone):
    assert founded_alone.run("work", "--once").code == 0
    assert founded_alone.run("doctor").code == 0
    with founded_alone.database() as database:
        database.execute("UPDATE audit_batch SET count = count + 1")
    done = founded_alone.run("doctor")
    assert done.code == 1
    assert "batch 1" in done.out


def test_a_mail_server_that_is_not_there_is_bad(founded):
    mailing = {"TONGXIN_MAIL_FROM": "a@b.cn", "TONGXIN_ADDRESS": "https://b.cn"}
    done = founded.run("doctor", TONGXIN_MAIL="smtp://user:hidden@127.0.0.1:9", **mailing)
    assert done.code == 1
    assert "127.0.0.1:9" in done.out
    assert "hidden" not in done.out + done.err


def test_mail_without_a_sender_stops_the_start(founded):
    done = founded.run("doctor", TONGXIN_MAIL="smtp://127.0.0.1")
    assert done.code != 0
    assert "TONGXIN_MAIL_FROM" in done.complaint
