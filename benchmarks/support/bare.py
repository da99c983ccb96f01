"""The bare database doing the engine's guarded insert: pgbench, one statement a transaction."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

import psycopg

from tools import postgres

STATEMENT = r"""\set person random(1, 1000000000)
WITH got AS (UPDATE bare_pool SET taken = taken + 1 WHERE id = 1 AND taken < capacity RETURNING id, taken)
INSERT INTO bare_place (pool_id, person_id, state, number, at)
SELECT id, :person, 'held', taken, now() FROM got ON CONFLICT DO NOTHING;
"""
TABLES = """DROP TABLE IF EXISTS bare_pool, bare_place;
CREATE TABLE bare_pool (id int PRIMARY KEY, capacity int, taken int DEFAULT 0, CHECK (taken <= capacity));
CREATE TABLE bare_place (id bigserial PRIMARY KEY, pool_id int, person_id bigint, state text, number int, at timestamptz,
  UNIQUE (pool_id, person_id), UNIQUE (pool_id, number));
INSERT INTO bare_pool VALUES (1, 100000000, 0);"""


def bare_inserts(url: str, clients: int, transactions: int) -> float:
    """Guarded inserts a second by so many connections at once, `transactions` each at most."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(TABLES)
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "take.sql"
        script.write_text(STATEMENT)
        each = max(transactions // clients, 5) * 4
        words = ["-n", "-f", str(script), "-c", str(clients), "-j", "1", "-t", str(each), url]
        done = subprocess.run([postgres.find() / "pgbench", *words], capture_output=True, text=True, check=True)
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    assert found, done.stdout
    return float(found[1])
