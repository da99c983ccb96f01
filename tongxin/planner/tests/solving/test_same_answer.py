"""The same year gives the same plan, whatever the order of sets in memory and of items at the door."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace

from tongxin.planner.solving import solve
from tongxin.planner.tests.solving.years import random_year

PROGRAM = """
from tongxin.planner.tests.solving.test_same_answer import fingerprint
print(fingerprint())
"""


def fingerprint(seconds=0.4):
    """All plans of some years as one number; the limit cuts the larger ones."""
    plans = [solve(random_year(seed, size=size), seconds=seconds) for seed, size in ((1, 20), (2, 40), (3, 40))]
    return hashlib.sha256(repr([(plan.placings, plan.aims, plan.spent) for plan in plans]).encode()).hexdigest()


def test_another_seed_of_the_hash_gives_the_same_plan():
    outcomes = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert outcomes == {fingerprint().encode() + b"\n"}


def test_the_order_in_which_items_come_makes_no_difference():
    year = random_year(5, size=30)
    turned = replace(year, items=tuple(reversed(year.items)), orders=tuple(reversed(year.orders)))
    assert solve(year, seconds=30).placings == solve(turned, seconds=30).placings
