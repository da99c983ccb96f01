"""A throw-away PostgreSQL comes up, works and leaves nothing behind, even when its asker is killed."""

import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tools.postgres import running
from tools.progress import ROOT

HOLD = "import sys, time\nfrom tools.postgres import start\nprint(start().url, flush=True)\ntime.sleep(60)"


def folder_of(url: str) -> Path:
    with psycopg.connect(url) as connection:
        row = connection.execute("SHOW unix_socket_directories").fetchone()
    assert row
    return Path(row[0])


def answers(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def test_a_server_serves_chinese_in_utf8_and_goes_with_its_block():
    with running() as url:
        folder = folder_of(url)
        with psycopg.connect(url) as connection:
            row = connection.execute("SELECT length('同心'), current_setting('server_encoding')").fetchone()
        assert row == (2, "UTF8")
        assert urlsplit(url).hostname == "127.0.0.1"
        assert folder.exists()
    assert not folder.exists()
    assert not answers(url)


@pytest.mark.parametrize(("durable", "fsync"), [(False, "off"), (True, "on")])
def test_only_a_durable_server_waits_for_the_disk(durable, fsync):
    with running(durable=durable) as url, psycopg.connect(url) as connection:
        assert connection.execute("SHOW fsync").fetchone() == (fsync,)


def test_a_server_goes_when_its_asker_is_killed():
    asker = subprocess.Popen([sys.executable, "-c", HOLD], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert asker.stdout
    url = asker.stdout.readline().strip()
    folder = folder_of(url)
    asker.kill()
    asker.wait()
    asker.stdout.close()
    until = time.monotonic() + 20
    while folder.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not folder.exists()
    assert not answers(url)
