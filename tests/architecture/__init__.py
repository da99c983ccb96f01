"""Promises about the tree as a whole."""
