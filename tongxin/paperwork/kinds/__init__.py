"""The papers of an activity: a file for each kind."""
