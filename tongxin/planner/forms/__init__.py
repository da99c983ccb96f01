"""Forms of the planner."""
