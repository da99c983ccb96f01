"""Every act that the code records has a name for the trail."""

from __future__ import annotations

import re
from pathlib import Path

import tongxin
from tongxin.audit.registry import acts

RECORDED = re.compile(r'\bact="([a-z_]+\.[a-z_]+)"')


def test_every_recorded_act_has_a_name() -> None:
    sources = (path for path in Path(tongxin.__file__).parent.rglob("*.py") if "tests" not in path.parts)
    recorded = {act for path in sources for act in RECORDED.findall(path.read_text(encoding="utf-8"))}
    assert len(recorded) > 40
    assert not {act for act in recorded if acts.get(act) is None}
