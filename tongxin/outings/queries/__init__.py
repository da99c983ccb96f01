"""What is read of outings."""
