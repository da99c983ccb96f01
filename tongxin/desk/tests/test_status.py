"""The operator's page says what the doctor says, and nothing of people."""

from __future__ import annotations

from tongxin.desk.queries import health


def test_it_says_what_the_doctor_says(cast):
    shown = cast.client("operator").get("/status/").content.decode()
    for check in health.examine():
        assert check.name in shown


def test_a_check_that_fails_itself_is_bad_and_hides_no_other(cast, monkeypatch):
    sound = len(health.examine())

    def broken():
        raise OSError("no such disk")

    monkeypatch.setattr(health, "_data", broken)
    checks = health.examine()
    assert len(checks) == sound
    assert next(check.words for check in checks if check.state == "bad") == "no such disk"
    assert cast.client("operator").get("/status/").status_code == 200


def test_debugging_is_bad(cast, settings):
    settings.DEBUG = True
    assert any(check.state == "bad" and "TONGXIN_DEBUG" in check.words for check in health.examine())


def test_the_operator_sees_no_people(cast):
    client = cast.client("operator")
    assert [client.get(where).status_code for where in ("/people/", "/trail/", "/figures/2020/")] == [404, 404, 404]
