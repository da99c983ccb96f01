"""What signing up asks for."""
