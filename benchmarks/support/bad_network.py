"""A network that drops: a relay on loopback before a server, which cuts connections by a seeded chance.

It cuts before the request has gone, in the middle of it, after the server has answered (the work is done, nobody is told), in
the middle of the answer; and now and then it is down altogether for a while.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from random import Random
from typing import Final

WAYS: Final = ("whole", "refused", "half a request", "answer lost", "half an answer")
WEIGHTS: Final = (55, 12, 9, 16, 8)
DOWN: Final = (0.2, 1.2)  # seconds
UP: Final = (1.0, 4.0)


@dataclass
class Network:
    """The relay: `cut` counts how connections ended; `good` lets everything through from now on."""

    server: int
    chance: Random
    port: int = 0
    down: bool = False
    good: bool = False
    cut: Counter[str] = field(default_factory=Counter)
    _open: set[object] = field(default_factory=set)

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection of a phone: one request, one answer, or not."""
        task = asyncio.current_task()
        self._open.add(task)  # the loop itself remembers its tasks weakly
        try:
            await self._carry(reader, writer)
        finally:
            self._open.discard(task)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        way = "refused" if self.down and not self.good else "whole"
        if way == "whole" and not self.good:
            way = self.chance.choices(WAYS, WEIGHTS)[0]
        self.cut[way] += 1
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            if way != "refused":
                await self._relay(way, reader, writer)
        _drop(writer, hard=way != "whole")

    async def _relay(self, way: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await _message(reader)
        back, there = await asyncio.open_connection("127.0.0.1", self.server)
        try:
            if way == "half a request":
                there.write(request[: len(request) // 2])
                await there.drain()
                return
            there.write(request)
            answer = await _message(back)  # now the server has committed
            if way == "answer lost":
                return
            writer.write(answer if way == "whole" else answer[: len(answer) // 2])
            await writer.drain()
        finally:
            _drop(there, hard=way == "half a request")

    async def come_and_go(self) -> None:
        """Up for a while, down for a while."""
        while True:
            await asyncio.sleep(self.chance.uniform(*UP))
            self.down = True
            await asyncio.sleep(self.chance.uniform(*DOWN))
            self.down = False


@asynccontextmanager
async def bad_network(server: int, seed: int) -> AsyncIterator[Network]:
    """A relay to the server at that port, for the block."""
    network = Network(server, Random(seed))
    relay = await asyncio.start_server(network.carry, "127.0.0.1", 0)
    network.port = relay.sockets[0].getsockname()[1]
    weather = asyncio.create_task(network.come_and_go())
    try:
        yield network
    finally:
        weather.cancel()
        relay.close()
        with suppress(asyncio.CancelledError):
            await weather


async def _message(reader: asyncio.StreamReader) -> bytes:
    """A request or an answer of HTTP, head and body."""
    head = await reader.readuntil(b"\r\n\r\n")
    fields = {}
    for line in head.decode("latin-1").split("\r\n")[1:]:
        name, _colon, value = line.partition(":")
        fields[name.lower()] = value.strip()
    if "content-length" in fields:
        return head + await reader.readexactly(int(fields["content-length"]))
    if fields.get("transfer-encoding") != "chunked":
        return head
    body = head
    while True:
        size = await reader.readline()
        body += size + (piece := await reader.readexactly(int(size.strip() or b"0", 16) + 2))
        if piece == b"\r\n":
            return body


def _drop(writer: asyncio.StreamWriter, *, hard: bool) -> None:
    """End a connection: `hard` without a farewell, as a network that is gone."""
    transport = writer.transport
    if hard and isinstance(transport, asyncio.Transport):
        transport.abort()
    else:
        writer.close()
