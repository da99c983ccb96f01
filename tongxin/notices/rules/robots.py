"""Addresses of group robots: only those of the three services are taken, and only their secret part is used.

The server never asks an address that somebody typed: the library that sends knows the services' own addresses and is
given the secret part alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlsplit

TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{8,120}\Z")
SECRET: Final = re.compile(r"[A-Za-z0-9]{8,120}\Z")


@dataclass(frozen=True)
class Service:
    """One service: whose robots, at which host and path, and where in the address the secret part stands.

    `name` of the query's field that holds it; empty where it is the last part of the path.
    """

    kind: str
    host: str
    path: str
    name: str
    scheme: str


SERVICES: Final = (
    Service("wecom", "qyapi.weixin.qq.com", "/cgi-bin/webhook/send", "key", "wecombot"),
    Service("dingtalk", "oapi.dingtalk.com", "/robot/send", "access_token", "dingtalk"),
    Service("feishu", "open.feishu.cn", "/open-apis/bot/v2/hook/", "", "feishu"),
    Service("feishu", "open.larksuite.com", "/open-apis/bot/v2/hook/", "", "lark"),
)
SIGNED: Final = frozenset({"dingtalk"})


def target(kind: str, address: str, secret: str = "") -> str | None:
    """The robot as the sending library names it (`wecombot://…`); None where it is no such robot's address."""
    found = _service_and_token(kind, address)
    if found is None or (secret and (kind not in SIGNED or not SECRET.match(secret))):
        return None
    service, token = found
    return f"{service.scheme}://{secret}@{token}/?redirect=no" if secret else f"{service.scheme}://{token}/?redirect=no"


def shown(address: str) -> str:
    """What may be shown of an address: the host and its last four characters."""
    return f"{urlsplit(address).hostname or ''} … {address[-4:]}"


def _service_and_token(kind: str, address: str) -> tuple[Service, str] | None:
    try:
        parts = urlsplit(address)
        odd = parts.scheme != "https" or parts.username or parts.password or parts.port not in (None, 443)
    except ValueError:
        return None
    if odd or parts.fragment:
        return None
    for service in SERVICES:
        if (service.kind, service.host) == (kind, parts.hostname):
            token = _token(service, parts.path, parts.query)
            return (service, token) if token and TOKEN.match(token) else None
    return None


def _token(service: Service, path: str, query: str) -> str:
    if service.name:
        return dict(parse_qsl(query)).get(service.name, "") if path.rstrip("/") == service.path else ""
    return path.removeprefix(service.path).rstrip("/") if path.startswith(service.path) and not query else ""
