"""Every act that the code records has a name for the trail."""

from __future__ import annotations

import re
from pathlib import Path

import tongxin
from tongxin.audit.registry import acts

RECORDED = re.compile(r'\bact="([a-z_]+\.[a-z_]+)"')
# The engine of places names its acts without its own name before them.
OF_PLACES = re.compile(r'\b(?:leave_entries|let_in|give_back)\([^)]*?"([a-z]+)"')


def test_every_recorded_act_has_a_name() -> None:
    sources = (path for path in Path(tongxin.__file__).parent.rglob("*.py") if "tests" not in path.parts)
    recorded = {act for path in sources for act in RECORDED.findall(path.read_text(encoding="utf-8"))}
    engine = (Path(tongxin.__file__).parent / "places" / "actions").glob("*.py")
    recorded |= {f"places.{act}" for path in engine for act in OF_PLACES.findall(path.read_text(encoding="utf-8"))}
    assert {"places.promote", "places.win", "places.lose", "places.remove"} <= recorded
    assert len(recorded) > 40
    assert not {act for act in recorded if acts.get(act) is None}
