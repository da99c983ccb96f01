"""kill -9 in the middle of a sign-off and of writing a paper."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.installation import Installation
from tools.progress import ROOT


def kill(installation: Installation, *words: object) -> None:
    """Run the killable process up to its point, then kill it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.concurrency.killable", *map(str, words)], cwd=ROOT, env=installation.environment(),
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"
    process.kill()
    assert process.wait() == -9
    process.stdout.close()


def signed(installation: Installation) -> tuple[str, int, int]:
    """The state of the summary, its versions, and the entries of signing."""
    with installation.database() as database:
        state = database.execute("SELECT state FROM report_summary").fetchone()[0]
        versions = database.execute("SELECT count(*) FROM report_version").fetchone()[0]
        entries = database.execute("SELECT count(*) FROM audit_entry WHERE act = 'report.sign'").fetchone()[0]
    return state, versions, entries


def test_a_sign_off_is_whole_or_never_was(demonstrated):
    assert signed(demonstrated) == ("draft", 1, 0)
    kill(demonstrated, "sign", "entry")
    assert signed(demonstrated) == ("draft", 1, 0)
    assert demonstrated.run("doctor", TONGXIN_DEMO="yes").code == 0
    kill(demonstrated, "sign", "commit")
    assert signed(demonstrated) == ("signed", 2, 1)
    assert demonstrated.run("doctor", TONGXIN_DEMO="yes").code == 0


@pytest.mark.parametrize("where", ["half", "flushed"])
@pytest.mark.parametrize("there", [b"", b"an older paper"], ids=["new", "over an older one"])
def test_a_paper_is_whole_or_absent(demonstrated, tmp_path, where, there):
    target = tmp_path / "总结.docx"
    if there:
        target.write_bytes(there)
    kill(demonstrated, "report", target, where)
    assert (target.read_bytes() if target.exists() else b"") == there


@pytest.mark.parametrize("moment", [0.0, 0.3, 0.6])
def test_a_report_killed_at_any_moment_leaves_no_half_file(demonstrated, tmp_path, moment):
    target = tmp_path / "总结.docx"
    process = demonstrated.start("report", 2020, "--out", target, TONGXIN_DEMO="yes")
    until = time.monotonic() + 20
    while not list(tmp_path.iterdir()) and process.poll() is None and time.monotonic() < until:
        time.sleep(0.001)
    time.sleep(moment / 100)
    process.kill()
    process.wait()
    assert not target.exists() or is_whole(target)


def is_whole(target: Path) -> bool:
    import zipfile

    return zipfile.ZipFile(target).testzip() is None
