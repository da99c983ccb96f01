"""What a browser calls itself, in the few words a person knows it by."""

from __future__ import annotations

from typing import Final

# The first that fits counts: others' names stand in nearly every one (Chrome says Safari, Edge says Chrome).
BROWSERS: Final = (
    ("MicroMessenger", "WeChat"), ("DingTalk", "DingTalk"), ("QQBrowser", "QQ"), ("UCBrowser", "UC"), ("HuaweiBrowser", "Huawei"),
    ("MiuiBrowser", "Mi"), ("SamsungBrowser", "Samsung"), ("Edg", "Edge"), ("OPR/", "Opera"), ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"), ("Trident", "Internet Explorer"),
)  # fmt: skip
SYSTEMS: Final = (
    ("HarmonyOS", "HarmonyOS"), ("OpenHarmony", "HarmonyOS"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"),
    ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Macintosh", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
)  # fmt: skip
LONGEST: Final = 40


def told(agent: str) -> str:
    """`Chrome · Windows` of a User-Agent header; one that fits nothing stands as it is, cut short; "" of an empty one."""
    found = [next((word for sign, word in table if sign in agent), "") for table in (BROWSERS, SYSTEMS)]
    return " · ".join(filter(None, found)) or agent.strip()[:LONGEST]
