"""Officers' phones that hand out packs: each keeps what it scanned until it was answered, sends all of it again when there is
network, loses its page now and then and goes on from what is kept. The rules are those of ui/assets/scan.js and scan/queue.js.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final
from urllib.parse import urlencode

from benchmarks.support.bad_network import Network, bad_network

AT_ONCE: Final = 100
RETRY: Final = 0.25  # seconds; a real phone waits five
PATIENCE: Final = 20.0
GOOD: Final = frozenset({"in", "again"})


@dataclass
class Phone:
    """One phone. `kept` is its local storage: text, all that survives a reload."""

    number: int
    session: str
    path: str
    network: Network
    chance: Random
    kept: str = "[]"
    posts: int = 0
    failed: int = 0
    scanned: int = 0
    resent: int = 0
    reloads: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    _tried: set[str] = field(default_factory=set)

    def queue(self) -> list[dict[str, str]]:
        """What has not been answered."""
        found: list[dict[str, str]] = json.loads(self.kept)
        return found

    def scan(self, code: str, at: str) -> None:
        """A code is read: first it is kept."""
        self.scanned += 1
        one = {"key": f"{self.number}-{self.scanned}", "code": code, "at": at}
        self.kept = json.dumps([*self.queue(), one])

    async def send(self) -> bool:
        """What is kept goes out; what was answered is dropped. Whether there was an answer."""
        sent = self.queue()[:AT_ONCE]
        if not sent:
            return True
        self.posts += 1
        keys = {one["key"] for one in sent}
        self.resent += len(keys & self._tried)
        self._tried |= keys
        try:
            answers = await asyncio.wait_for(self._post(sent), PATIENCE)
        except (TimeoutError, OSError, asyncio.IncompleteReadError, ValueError):
            self.failed += 1
            return False
        answered = {each["key"] for each in answers}
        self.answers.update(each["code"] for each in answers)
        self.kept = json.dumps([one for one in self.queue() if one["key"] not in answered])
        return True

    async def _post(self, sent: Sequence[dict[str, str]]) -> list[dict[str, Any]]:
        token = "c" * 32
        pairs = [(name, one[name]) for one in sent for name in ("key", "code", "at")]
        body = urlencode([("csrfmiddlewaretoken", token), *pairs, ("end", str(len(sent)))]).encode()
        head = (
            f"POST {self.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
            f"Cookie: sessionid={self.session}; csrftoken={token}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        reader, writer = await asyncio.open_connection("127.0.0.1", self.network.port)
        try:
            writer.write(head.encode() + body)
            status = await reader.readline()
            if b" 200 " not in status:
                raise OSError(status.decode("latin-1"))
            fields: dict[str, str] = {}
            while (line := (await reader.readline()).decode("latin-1").strip()) or not fields:
                name, _colon, value = line.partition(":")
                fields[name.lower()] = value.strip()
            text = await reader.readexactly(int(fields["content-length"]))
            found: list[dict[str, Any]] = json.loads(text)["answers"]
            return found
        finally:
            writer.close()

    async def work(self, codes: Sequence[str], at: str, pace: float) -> None:
        """Scan these one after the other, sending all the while; at the end until nothing is kept."""
        sender = asyncio.create_task(self._keep_sending())
        for code in codes:
            self.scan(code, at)
            await asyncio.sleep(self.chance.expovariate(1 / pace))
            if self.chance.random() < 0.01:  # the page is closed and opened again, in the middle of whatever it did
                sender.cancel()
                self.reloads += 1
                sender = asyncio.create_task(self._keep_sending())
        while self.queue():
            await asyncio.sleep(RETRY)
        sender.cancel()

    async def _keep_sending(self) -> None:
        while True:
            waits = self.queue()
            await asyncio.sleep(0.01 if (waits and await self.send()) else RETRY)


def share_out(codes: Sequence[str], phones: int, chance: Random) -> list[list[str]]:
    """Who is scanned by which phone: each by one, a fifth by another too, a tenth twice by the same; in any order."""
    rows: list[list[str]] = [[] for _phone in range(phones)]
    for code in codes:
        first = chance.randrange(phones)
        rows[first].append(code)
        if chance.random() < 0.2:
            rows[chance.randrange(phones)].append(code)
        if chance.random() < 0.1:
            rows[first].append(code)
    for row in rows:
        chance.shuffle(row)
    return rows


def hand_out(
    port: int, given: dict[str, Any], *, seed: int, pace: float, patience: float
) -> tuple[list[Phone], Network, float]:
    """All the codes through all the phones over a bad network; ends when every queue is empty, or fails after `patience` seconds.
    Gives the phones, the network and how many seconds it took."""
    return asyncio.run(asyncio.wait_for(_hand_out(port, given, seed, pace), patience))


async def _hand_out(port: int, given: dict[str, Any], seed: int, pace: float) -> tuple[list[Phone], Network, float]:
    clock = asyncio.get_running_loop().time
    async with bad_network(port, seed) as network:
        chance = Random(seed + 1)
        rows = share_out(given["codes"], len(given["sessions"]), chance)
        phones = [
            Phone(number, session, given["path"], network, Random(seed + 100 + number))
            for number, session in enumerate(given["sessions"])
        ]
        began = clock()
        await asyncio.gather(*(phone.work(row, given["at"], pace) for phone, row in zip(phones, rows, strict=True)))
        return phones, network, clock() - began
