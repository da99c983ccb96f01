"""The fixture `world` for every test of permissions."""

from tests.permissions.world import world

__all__ = ["world"]
