"""What every benchmark over both databases is told on its command line."""

from __future__ import annotations

import argparse
from typing import Final

NAMES: Final = ("sqlite", "postgresql")


def asking(words: str | None) -> argparse.ArgumentParser:
    """`--quick`, and one of the databases; none named: both."""
    parser = argparse.ArgumentParser(description=words, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a short run")
    parser.add_argument("database", nargs="?", choices=NAMES, help="this one alone")
    return parser


def databases(given: argparse.Namespace) -> tuple[str, ...]:
    """Those to measure."""
    return (given.database,) if given.database else NAMES
