"""150 packs through five phones over a network that drops, before and after the server has committed: each exactly once."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time

from benchmarks.support.phones import GOOD, hand_out
from benchmarks.support.servers import free_port
from tools.progress import ROOT

PACKS, PHONES, PATIENCE = 150, 5, 120


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


def test_nothing_is_lost_or_doubled_however_the_network_drops(upgraded):
    given = ran(upgraded, "benchmarks.support.hand_out_data", PACKS, PHONES)
    port = free_port()
    server = upgraded.start("serve", "--port", port)
    try:
        waits(port, server)
        phones, network, _seconds = hand_out(port, given, seed=7, pace=0.15, patience=PATIENCE)
    finally:
        server.terminate()
        server.wait(20)
    assert [phone.queue() for phone in phones] == [[]] * PHONES
    assert network.cut["answer lost"] + network.cut["half an answer"] > 0
    assert network.cut["refused"] + network.cut["half a request"] > 0
    assert sum(phone.resent for phone in phones) > 0
    assert {code for phone in phones for code in phone.answers} <= GOOD
    found = ran(upgraded, "benchmarks.support.hand_out_check")
    assert found == {
        "people": PACKS, "once": PACKS, "lost": 0, "doubled": 0, "receipts": PACKS, "entries": PACKS,
    }  # fmt: skip
