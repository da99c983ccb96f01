"""Nouns of ballots: bases of tables, none of its own."""
