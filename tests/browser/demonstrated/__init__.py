"""Every page as a browser shows it, with the demonstration year behind it."""
