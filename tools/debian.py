"""Debian's and Ubuntu's packages, installed where we are root and left alone where we are not."""

from __future__ import annotations

import os
import shutil

from tools.progress import quietly, step


def can_install() -> bool:
    """Whether packages may be installed here without asking anyone."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """Install packages, lists of packages brought up to date first. Raises `Missing` where that fails."""
    names = " ".join(packages)
    missing = f"{names} could not be installed: look at what apt-get says below, or install it by hand."
    with step(f"installing {names} with apt-get"):
        quietly(["apt-get", "update", "-qq"], missing)
        quietly(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
            missing,
            DEBIAN_FRONTEND="noninteractive",
        )
