"""A whole year through the acts alone."""
