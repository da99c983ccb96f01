"""What is read from the rulebook."""

from tongxin.rulebook.queries.check import Finding, Findings, check
from tongxin.rulebook.queries.place import region_of, regions_of

__all__ = ["Finding", "Findings", "check", "region_of", "regions_of"]
