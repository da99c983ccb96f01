"""The fixture `demonstrated`: an installation with the demonstration year in it, run as processes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.installation import Installation, made


@pytest.fixture(scope="module")
def demonstrated(tables: Installation, tmp_path_factory: Any) -> Iterator[Installation]:
    """A few people, the whole year."""
    with made(tmp_path_factory.mktemp("killed") / "data", tables) as installation:
        done = installation.run("demo", "--no-serve", "--staff", 20, TONGXIN_DEMO="yes")
        assert done.code == 0, done.err
        yield installation
