"""Many people tapping at once: keep-alive HTTP over loopback, each connection one request after the other."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tap:
    """One request, ready to be sent."""

    raw: bytes


@dataclass
class Took:
    """What came of it all: seconds of each request, where each led and which tap it was, when the whole began and ended."""

    seconds: list[float] = field(default_factory=list)
    led_to: list[str] = field(default_factory=list)
    which: list[int] = field(default_factory=list)
    ended: list[float] = field(default_factory=list)
    began: float = 0.0
    lost: int = 0

    @property
    def elapsed(self) -> float:
        """Seconds from the first tap to the last answer."""
        return max(self.ended) - self.began

    def percentile(self, share: float) -> float:
        """Milliseconds under which that share of the answers came."""
        ordered = sorted(self.seconds)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000


def post(port: int, path: str, session: str, fields: str) -> Tap:
    """A form sent by who is signed in with that session."""
    token = "c" * 32
    body = f"csrfmiddlewaretoken={token}&{fields}".encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: sessionid={session}; csrftoken={token}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return Tap(head.encode() + body)


def get(port: int, path: str, session: str) -> Tap:
    """A page asked for."""
    return Tap(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: sessionid={session}\r\n\r\n".encode())


def run(port: int, taps: Sequence[Tap], clients: int, patience: float = 120, into: Took | None = None) -> Took:
    """Send all taps over so many connections at once; `into` may be looked at meanwhile."""
    return asyncio.run(asyncio.wait_for(_run(port, taps, clients, into or Took()), patience))


async def _run(port: int, taps: Sequence[Tap], clients: int, took: Took) -> Took:
    waiting = iter(enumerate(taps))
    took.began = time.perf_counter()
    await asyncio.gather(*(_client(port, waiting, took) for _each in range(clients)))
    return took


async def _client(port: int, waiting: object, took: Took) -> None:
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except ConnectionError:
        took.lost += 1
        return
    for number, tap in waiting:  # type: ignore[attr-defined]
        began = time.perf_counter()
        try:
            writer.write(tap.raw)
            led_to = await _answer(reader)
        except (ConnectionError, asyncio.IncompleteReadError):
            took.lost += 1
            break
        now = time.perf_counter()
        took.seconds.append(now - began)
        took.ended.append(now)
        took.led_to.append(led_to)
        took.which.append(number)
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> str:
    """The status of an answer, and where it leads; its body is read and thrown away."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status, *lines = head.split("\r\n")
    fields = {name.lower(): value.strip() for name, _colon, value in (line.partition(":") for line in lines)}
    if "content-length" in fields:
        await reader.readexactly(int(fields["content-length"]))
    elif fields.get("transfer-encoding") == "chunked":
        while size := int((await reader.readline()).strip() or b"0", 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    return f"{status.split()[1]} {fields.get('location', '')}".strip()
