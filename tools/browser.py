"""Where Chromium is, and how it is started for tests and pictures."""

from __future__ import annotations

import shutil
from pathlib import Path

from tools import debian
from tools.progress import Missing

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CHINESE_FONTS = ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "/System/Library/Fonts/PingFang.ttc")


def find() -> str:
    """Chromium's program; as root on Debian it is installed where absent, with fonts for Chinese."""
    if debian.can_install() and not (_present() and any(Path(font).exists() for font in CHINESE_FONTS)):
        debian.install("chromium", "fonts-noto-cjk")
    program = _present()
    if not program:
        raise Missing(
            "Chromium is missing: type `sudo apt-get install chromium fonts-noto-cjk` (Debian), "
            "or install Google Chrome (Ubuntu, macOS), then the same make command again."
        )
    return program


def _present() -> str | None:
    named = (shutil.which(name) for name in NAMES)
    return next((path for path in (*named, *MAC) if path and Path(path).exists()), None)
