"""The fixture `world` for the counts of all pages."""

from tests.permissions.world import world

__all__ = ["world"]
