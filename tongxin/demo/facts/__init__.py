"""What the demonstration year is made of, as tables. SEED marks what the seed document states; all else is invented."""
