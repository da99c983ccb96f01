"""Pages take a fixed number of queries, however many rows they show."""
