"""What tests of pages begin with: five minutes later, a round that is handed out."""

from __future__ import annotations

import pytest
import time_machine

from tongxin.collecting.tests.making import LATER, make_round


@pytest.fixture
def later():
    """The moment at which packs are handed out."""
    with time_machine.travel(LATER, tick=False):
        yield


@pytest.fixture
def round(cast):
    """Two kinds of packs, for two of one branch and one of another."""
    return make_round(cast, "member", "branch", "librarian", packs="AB")
