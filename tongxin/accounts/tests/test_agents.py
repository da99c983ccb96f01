"""What browsers call themselves, and what people call them."""

from __future__ import annotations

import pytest

from tongxin.accounts.rules.agents import LONGEST, told

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (f"{WINDOWS} {CHROME}", "Chrome · Windows"),
        (f"{WINDOWS} {CHROME} Edg/126.0.0.0", "Edge · Windows"),
        (f"{WINDOWS} {CHROME} QQBrowser/12.0", "QQ · Windows"),
        ("Mozilla/5.0 (Windows NT 10.0; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox · Windows"),
        (f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {CHROME}", "Chrome · macOS"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605 Version/17.5 Safari/605", "Safari · macOS"),
        (f"{IPHONE} Version/17.5 Mobile/15E148 Safari/604.1", "Safari · iPhone"),
        (f"{IPHONE} CriOS/126.0 Mobile/15E148 Safari/604.1", "Chrome · iPhone"),
        (f"{IPHONE} Mobile/15E148 MicroMessenger/8.0.49", "WeChat · iPhone"),
        (f"Mozilla/5.0 (Linux; Android 14; SM-S918B) {CHROME}", "Chrome · Android"),
        (f"Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00) HuaweiBrowser/15 {CHROME}", "Huawei · HarmonyOS"),
        (f"Mozilla/5.0 (X11; Linux x86_64) {CHROME}", "Chrome · Linux"),
        ("curl/8.5.0", "curl/8.5.0"),
        ("Firefox", "Firefox"),
        ("x" * 200, "x" * LONGEST),
        ("", ""),
    ],
)
def test_a_browser_is_told_in_few_words(agent: str, words: str) -> None:
    assert told(agent) == words
