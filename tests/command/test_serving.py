"""The server serves until it is told to stop, with its worker beside it."""

from __future__ import annotations

import socket
import time
import urllib.request
from contextlib import suppress

import pytest


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_a_port_in_use_is_one_line(founded):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = founded.run("serve", "--port", taken.getsockname()[1])
    assert done.code == 1
    assert "[serve.port_taken]" in done.complaint


def test_it_answers_and_stops_when_told_to(founded, port):
    server = founded.start("serve", "--port", port, "--workers", 1)
    try:
        page = opened(f"http://127.0.0.1:{port}/sign-in/", server)
        assert "同心" in page
    finally:
        server.terminate()
        assert server.wait(20) is not None
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def opened(address: str, server) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended by itself"
        with suppress(OSError), urllib.request.urlopen(address, timeout=5) as answer:
            return answer.read().decode()
        time.sleep(0.2)
    raise AssertionError("no answer")
