"""The front end: packages from npm by package-lock.json, bundled by esbuild into the ui app's static files."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

from tools import environment
from tools.progress import ROOT, Missing, quietly, step

SOURCE = ROOT / "tongxin" / "ui" / "assets"
BUILD = ROOT / "tongxin" / "ui" / "static" / "ui" / "build"
MODULES = ROOT / "node_modules"
ENTRIES = ("app.css", "app.js")
FILE_KINDS = (".svg", ".png", ".woff2")


def build() -> None:
    """Bring npm's packages and bundle what changed since the last time. A tree without sources is left alone."""
    entries = [SOURCE / name for name in ENTRIES if (SOURCE / name).exists()]
    locked = _digest([ROOT / "package-lock.json"])
    bundled = _digest(sorted(path for path in SOURCE.rglob("*") if path.is_file())) + locked
    fresh_modules = _stamp("modules", locked)
    fresh_bundle = _stamp("bundle", bundled) and all((BUILD / entry.name).exists() for entry in entries)
    if fresh_modules and fresh_bundle:
        return
    node, npm = _find_node()
    if not fresh_modules:
        with step("installing front-end packages"):
            missing = "Front-end packages could not be installed: check the way to npm's registry, then try again."
            quietly([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], missing)
        _stamp("modules", locked, write=True)
    if entries:
        with step("bundling styles and scripts"):
            quietly(_esbuild(node, entries), "Styles and scripts could not be bundled: see what esbuild says below.")
    _stamp("bundle", bundled, write=True)


def _esbuild(node: str, entries: list[Path]) -> list[str | Path]:
    loaders = [f"--loader:{kind}=file" for kind in FILE_KINDS]
    looks = [
        "--bundle",
        "--minify",
        "--charset=utf8",
        "--log-level=warning",
        "--target=es2020,safari14,chrome87,firefox78",
    ]
    return [node, MODULES / "esbuild" / "bin" / "esbuild", *entries, *looks, *loaders, f"--outdir={BUILD}"]


def _find_node() -> tuple[str, str]:
    """Node and npm: those on PATH where Node is 18 or newer, else those of a wheel put into the environment."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _version(node) >= 18:
        return node, npm
    try:
        environment.install("node")
    except Missing as missing:
        raise Missing(
            f"Node 18 or newer is missing: install nodejs and npm, then type the same again.\n{missing}"
        ) from None
    return str(environment.BIN / "node"), str(environment.BIN / "npm")


def _version(node: str) -> int:
    try:
        said = subprocess.run([node, "--version"], stdin=subprocess.DEVNULL, capture_output=True, text=True).stdout
    except OSError:
        return 0
    found = re.match(r"v(\d+)", said)
    return int(found.group(1)) if found else 0


def _digest(paths: list[Path]) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def _stamp(name: str, digest: str, *, write: bool = False) -> bool:
    """Whether the named step was last done for this digest; with `write`, note that it now is."""
    path = MODULES / f".tongxin-{name}"
    if write:
        MODULES.mkdir(exist_ok=True)
        path.write_text(digest)
    return path.exists() and path.read_text() == digest
