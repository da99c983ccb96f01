"""Set the tree up: `python3 -m tools.setup runtime` to run the product, `… dev` to test and measure it too.

Runs before anything is installed, so it stands on the standard library alone. A second run takes less than a second.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools import assets, environment
from tools.progress import ROOT, Missing, quietly, step, told

LOCALE = ROOT / "tongxin" / "locale"
SETS = {"runtime": "base", "dev": "dev"}


def main() -> int:
    """Make the environment, bring packages, link the command, compile catalogues, bundle the front end."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else "runtime"
    if wanted not in SETS:
        raise Missing(f"{wanted}: say runtime or dev")
    environment.make_venv()
    environment.install(SETS[wanted])
    environment.link()
    compile_catalogues()
    assets.build()
    return 0


def compile_catalogues() -> None:
    """Compile the message catalogues that changed since they were last compiled."""
    sources = LOCALE.glob("*/LC_MESSAGES/*.po")
    stale = [po for po in sources if not _newer(po.with_suffix(".mo"), po)]
    if stale:
        with step("compiling message catalogues"):
            quietly(
                [environment.PYTHON, "-m", "tools.words", "compile"], "The message catalogues could not be compiled."
            )


def _newer(result: Path, source: Path) -> bool:
    return result.exists() and result.stat().st_mtime >= source.stat().st_mtime


if __name__ == "__main__":
    sys.exit(told(main))
