"""A pytest plugin: what was imported and collected lives as long as the run, so Python need not look through it for garbage."""

import gc

# Objects made before a round of the collector; Python's own 700 suits programs with a smaller heap than a suite's.
YOUNG, MIDDLE, OLD = 20_000, 20, 50


def pytest_collection_finish() -> None:
    """Put all that is there aside, and look less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
