"""The front end: packages from npm by package-lock.json, bundled by esbuild into the apps' static files.

What every page loads is app.css and app.js; what a few pages alone load stands beside them or with its app, in `PAGES`.
"""

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
PAGES = {"ui": ("scan.js", "reader.js", "sign.js")}
FILE_KINDS = (".svg", ".png", ".woff2")


def build() -> None:
    """Bring npm's packages and bundle what changed since the last time. A tree without sources is left alone."""
    entries = [SOURCE / name for name in ENTRIES if (SOURCE / name).exists()]
    locked = _digest([ROOT / "package-lock.json"])
    pages = [_page(app, name) for app, names in PAGES.items() for name in names]
    folders = [SOURCE, *sorted({page.parent for page in pages})]
    bundled = _digest([path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]) + locked
    fresh_modules = _stamp("modules", locked)
    built = [BUILD / entry.name for entry in entries] + [_built(page) / page.name for page in pages]
    fresh_bundle = _stamp("bundle", bundled) and all(path.exists() for path in built)
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
            wrong = "Styles and scripts could not be bundled: see what esbuild says below."
            quietly(_esbuild(node, entries, BUILD), wrong)
            for page in pages:
                quietly(_esbuild(node, [page], _built(page)), wrong)
    _stamp("bundle", bundled, write=True)


def _page(app: str, name: str) -> Path:
    """The source of a script that one page of an app loads."""
    return ROOT / "tongxin" / app / "assets" / name


def _built(page: Path) -> Path:
    """The folder of static files that a page's script is bundled into."""
    app = page.parents[1]
    return app / "static" / app.name / "build"


def _esbuild(node: str, entries: list[Path], into: Path) -> list[str | Path]:
    loaders = [f"--loader:{kind}=file" for kind in FILE_KINDS]
    looks = [
        "--bundle",
        "--minify",
        "--charset=utf8",
        "--log-level=warning",
        "--target=es2020,safari14,chrome87,firefox78",
    ]
    return [node, MODULES / "esbuild" / "bin" / "esbuild", *entries, *looks, *loaders, f"--outdir={into}"]


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
