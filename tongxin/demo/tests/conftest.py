"""The fixture `demonstration` for every test here."""

from tests.support.demonstration import demonstration

__all__ = ["demonstration"]
