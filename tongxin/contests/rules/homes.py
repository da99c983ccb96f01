"""For which unit somebody competes."""

from __future__ import annotations


def home_of(path: str, top: str) -> int:
    """The unit somebody at `path` competes for in an activity of the unit at `top`: the one right below `top`.

    In a meeting of the union that is the branch, in a meeting of a branch its groups; who belongs to `top` itself, or
    comes from elsewhere, competes for the own unit.
    """
    if path.startswith(top) and path != top:
        return int(path.removeprefix(top).split(".", 1)[0])
    return int(path.rstrip(".").rsplit(".", 1)[-1])
