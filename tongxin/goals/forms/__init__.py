"""Forms of goals, directives and aims."""
