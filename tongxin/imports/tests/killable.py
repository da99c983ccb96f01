"""An import in a process that can be killed: `python -m tongxin.imports.tests.killable FILE WHERE`.

Begins to take FILE in, and when it is at WHERE (`half`: some chunks are
written; `whole`: all are, nothing is committed yet; `after`: all is done) says so and waits to be killed.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


def main(path: Path, where: str) -> None:
    """Import up to a point."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tongxin.config.settings"
    import django

    django.setup()
    _import(path, where)
    if where == "after":
        _wait()


def _import(path: Path, where: str) -> None:
    from tongxin.core.names import name_key
    from tongxin.imports.shell import ShellImport, import_file
    from tongxin.org.actor import shell_actor
    from tongxin.org.imports.roster import RosterJudge
    from tongxin.org.models import Unit

    made = {"kind": "union", "name": "示例工会", "name_key": name_key("示例工会"), "path": "1."}
    unit = Unit.objects.get_or_create(code="demo", defaults=made)[0]
    apply, afterwords, chunks = RosterJudge.apply, RosterJudge.afterwords, iter(range(100))

    def half(self: Any, verdicts: Any) -> None:
        apply(self, verdicts)
        if next(chunks) == 1:
            _wait()

    def whole(self: Any) -> list[str]:
        _wait()
        return afterwords(self)

    if where == "half":
        RosterJudge.apply = half  # type: ignore[method-assign]
    if where == "whole":
        RosterJudge.afterwords = whole  # type: ignore[method-assign]
    import_file(actor=shell_actor("test"), now=datetime.now(UTC), wanted=ShellImport("roster", path, unit))


def _wait() -> None:
    print("here", flush=True)
    time.sleep(60)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
