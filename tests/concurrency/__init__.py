"""Killed anywhere, the records and the papers are as before or as after."""
