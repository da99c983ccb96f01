"""The secrets of an installation, made once and kept in its data folder."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from tongxin.core.sealing import new_key


def kept_secret(folder: Path) -> str:
    """The key that signs sessions and links, kept in `folder`/secret_key."""
    return _kept(folder / "secret_key", lambda: secrets.token_urlsafe(48))


def kept_sealing_keys(folder: Path) -> list[str]:
    """The keys that seal fields, one a line in `folder`/sealing_keys, the newest first. Without them what is sealed is lost."""
    return _kept(folder / "sealing_keys", new_key).split()


def add_sealing_key(folder: Path) -> list[str]:
    """A new key before those there are; the file is replaced as a whole."""
    keys = [new_key(), *kept_sealing_keys(folder)]
    path, draft = folder / "sealing_keys", folder / f".sealing_keys.{os.getpid()}"
    draft.touch(mode=0o600)
    draft.write_text("\n".join(keys) + "\n")
    draft.replace(path)
    return keys


def _kept(path: Path, make: Callable[[], str]) -> str:
    """Read the file, making it (readable by the owner alone) the first time.

    Two processes that start together agree: the file is created exclusively and the loser reads the winner's.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.parent / f".{path.name}.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(make())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
