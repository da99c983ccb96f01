"""The steps of loading, one a file."""
