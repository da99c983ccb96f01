"""kill -9 of the server and its worker in the middle of a rush: who was told of a place has it, nobody else was told."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from threading import Thread

import pytest

from benchmarks.support import crowd
from benchmarks.support.cpu import below
from benchmarks.support.servers import free_port
from tools.progress import ROOT

MEMBERS, PLACES = 300, 120


def ran(installation, *words):
    """A helper program over the installation; what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", *map(str, words)], cwd=ROOT, env=installation.environment(), capture_output=True, text=True, check=True
    )  # fmt: skip
    return json.loads(done.stdout)


def waits(port, server):
    """Until it listens."""
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the server did not serve")


@pytest.mark.parametrize("answers", [1, 100])
def test_who_was_told_has_it_and_nobody_else_was_told(upgraded, answers):
    given = ran(upgraded, "benchmarks.support.rush_data", MEMBERS, f"waiting:{PLACES}")
    slot, port, took = given["slots"][0], free_port(), crowd.Took()
    server = upgraded.start("serve", "--port", port)
    try:
        waits(port, server)
        path = f"/activities/{slot['activity']}/sign-up/"
        taps = [crowd.post(port, path, session, f"slot={slot['slot']}") for session in given["sessions"]]
        rush = Thread(target=crowd.run, args=(port, taps, 32), kwargs={"into": took})
        rush.start()
        until = time.monotonic() + 60
        while len(took.which) < answers and time.monotonic() < until:
            time.sleep(0.002)
    finally:
        for pid in [server.pid, *below(server.pid)]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        server.wait()
    rush.join(60)
    assert took.lost
    confirmed = {
        number for number, led_to in zip(took.which, took.led_to, strict=True) if led_to.startswith("302 /activities/")
    }
    assert confirmed
    with upgraded.database() as database:
        people = [row[0] for row in database.execute("SELECT id FROM org_person ORDER BY id")]
        placed = {row[0] for row in database.execute("SELECT person_id FROM places_place")}
        told = {row[0] for row in database.execute("SELECT person_id FROM notices_message")}
        entries = database.execute(
            "SELECT count(*) FROM audit_entry WHERE act IN ('places.take', 'places.wait')"
        ).fetchone()[0]
    assert {people[number] for number in confirmed} <= placed
    assert told == placed
    assert entries == len(placed)
    assert ran(upgraded, "benchmarks.support.rush_check") == {"oversold": 0, "doubled": 0}
